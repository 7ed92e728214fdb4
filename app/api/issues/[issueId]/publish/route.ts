import { writeRoute } from '@/lib/http/write-route'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { publishSchema } from '@/lib/publishing/schema'

export const POST = writeRoute({
  input: publishSchema,
  run: ({ actor, input, params }) => publishIssue(actor, { ...input, id: params.issueId ?? '' }),
})
