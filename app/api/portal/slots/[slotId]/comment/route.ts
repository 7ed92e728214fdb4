import { randomUUID } from 'node:crypto'
import { contactRoute } from '@/lib/http/write-route'
import { slotPath } from '@/lib/slots/back'
import { commentOnSlot } from '@/lib/sponsors/commands/comment'
import { commentSchema } from '@/lib/sponsors/schema'

/** Writes to the editors. */
export const POST = contactRoute({
  input: commentSchema,
  run: ({ actor, input, params }) =>
    commentOnSlot(actor, {
      ...input,
      commandId: input.commandId ?? randomUUID(),
      slotId: params.slotId ?? '',
    }),
  back: (outcome, _, { slotId = '' }) =>
    slotPath(slotId, 'error' in outcome ? outcome : { notice: 'said' }, 'comment-'),
})
