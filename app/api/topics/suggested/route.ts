import { readRoute } from '@/lib/http/read-route'
import { suggestTopics } from '@/lib/topics/queries'
import { topicQuestionSchema } from '@/lib/topics/schema'

/** Topics that an item may have: `?url=…&headline=…&byline=…`. */
export const GET = readRoute(async ({ actor, request }) => {
  const asked = topicQuestionSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  return { topics: await suggestTopics(actor, asked) }
})
