import { writeRoute } from '@/lib/http/write-route'
import { unskipIssueWithSlots } from '@/lib/sponsors/commands/undo-clearing'
import { unskipIssueSchema } from '@/lib/sponsors/schema'

export const POST = writeRoute({
  input: unskipIssueSchema,
  run: ({ actor, input, params }) => unskipIssueWithSlots(actor, { ...input, id: params.issueId ?? '' }),
})
