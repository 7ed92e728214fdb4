import { writeRoute } from '@/lib/http/write-route'
import { redateIssueSchema } from '@/lib/issues/schema'
import { redateIssue } from '@/lib/sponsors/commands/redate-issue'

export const POST = writeRoute({
  input: redateIssueSchema,
  run: ({ actor, input, params }) => redateIssue(actor, { ...input, id: params.issueId ?? '' }),
})
