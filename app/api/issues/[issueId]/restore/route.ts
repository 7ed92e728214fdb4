import { writeRoute } from '@/lib/http/write-route'
import { restoreIssue } from '@/lib/issues/commands/remove-issue'
import { undoRemovalSchema } from '@/lib/issues/schema'

export const POST = writeRoute({
  input: undoRemovalSchema,
  run: ({ actor, input, params }) => restoreIssue(actor, { ...input, id: params.issueId ?? '' }),
})
