import { readQuery } from '@/lib/http/read-query'
import { readRoute } from '@/lib/http/read-route'
import { suggestTopics } from '@/lib/topics/queries'
import { topicQuestionSchema } from '@/lib/topics/schema'

/** Topics that an item may have: `?url=…&headline=…&byline=…`. */
export const GET = readRoute(async ({ actor, request }) => ({
  topics: await suggestTopics(actor, readQuery(request, topicQuestionSchema)),
}))
