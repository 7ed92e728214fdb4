import { writeRoute } from '@/lib/http/write-route'
import { undoRemovalSchema } from '@/lib/issues/schema'
import { restoreIssueWithSlots } from '@/lib/sponsors/commands/undo-clearing'

export const POST = writeRoute({
  input: undoRemovalSchema,
  run: ({ actor, input, params }) => restoreIssueWithSlots(actor, { ...input, id: params.issueId ?? '' }),
})
