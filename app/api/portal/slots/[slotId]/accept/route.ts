import { randomUUID } from 'node:crypto'
import { contactRoute } from '@/lib/http/write-route'
import { slotPath } from '@/lib/slots/back'
import { approveCopy } from '@/lib/sponsors/commands/review-copy'
import { acceptSchema } from '@/lib/sponsors/schema'

/** Accepts what the editors wrote or mended. */
export const POST = contactRoute({
  input: acceptSchema,
  run: ({ actor, input, params }) =>
    approveCopy(actor, {
      commandId: input.commandId ?? randomUUID(),
      versionId: input.versionId,
      comment: '',
      onBehalf: false,
      slotId: params.slotId ?? '',
    }),
  back: (outcome, _, { slotId = '' }) =>
    slotPath(slotId, 'error' in outcome ? outcome : { notice: 'accepted' }),
})
