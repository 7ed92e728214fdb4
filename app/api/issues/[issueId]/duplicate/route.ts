import { writeRoute } from '@/lib/http/write-route'
import { duplicateIssue } from '@/lib/issues/commands/duplicate-issue'
import { duplicateIssueSchema } from '@/lib/issues/schema'

export const POST = writeRoute({
  input: duplicateIssueSchema,
  run: ({ actor, input, params }) => duplicateIssue(actor, { ...input, id: params.issueId ?? '' }),
})
