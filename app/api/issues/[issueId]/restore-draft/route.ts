import { restoreDraft } from '@/lib/history/commands/restore-draft'
import { restoreDraftSchema } from '@/lib/history/schema'
import { writeRoute } from '@/lib/http/write-route'

export const POST = writeRoute({
  input: restoreDraftSchema,
  run: ({ actor, input, params }) => restoreDraft(actor, { ...input, issueId: params.issueId ?? '' }),
})
