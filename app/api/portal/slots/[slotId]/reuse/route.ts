import { randomUUID } from 'node:crypto'
import { contactRoute } from '@/lib/http/write-route'
import { slotPath } from '@/lib/slots/back'
import { reuseOrFill } from '@/lib/sponsors/commands/reuse-copy'
import { reuseCopySchema } from '@/lib/sponsors/schema'

/** Runs the same copy again. */
export const POST = contactRoute({
  input: reuseCopySchema,
  run: ({ actor, input, params }) =>
    reuseOrFill(actor, {
      ...input,
      commandId: input.commandId ?? randomUUID(),
      slotId: params.slotId ?? '',
    }),
  back: (outcome, _, { slotId = '' }) => {
    if ('error' in outcome) return slotPath(slotId, outcome)
    return slotPath(slotId, { notice: outcome.result.submitted ? 'sent' : 'filled' })
  },
})
