import { bareCommandSchema } from '@/lib/accounts/schema'
import { discardCaptures } from '@/lib/captures/commands/sort-captures'
import { writeRoute } from '@/lib/http/write-route'

/** Undo, in the window that brought a link: it is kept under Discarded like all that the inbox let go. */
export const POST = writeRoute({
  input: bareCommandSchema,
  run: ({ actor, input, params }) => discardCaptures(actor, { ...input, ids: [params.captureId ?? ''] }),
  back: (outcome, _sent, { captureId }) =>
    'error' in outcome
      ? `/admin/capture?saved=${captureId}&problem=${outcome.error.code}`
      : '/admin/capture?undone',
})
