import { randomUUID } from 'node:crypto'
import { writeRoute } from '@/lib/http/write-route'
import { commentOnSlot } from '@/lib/sponsors/commands/comment'
import { commentSchema } from '@/lib/sponsors/schema'

/** Writes to the sponsor. */
export const POST = writeRoute({
  input: commentSchema,
  run: ({ actor, input, params }) =>
    commentOnSlot(actor, {
      ...input,
      commandId: input.commandId ?? randomUUID(),
      slotId: params.slotId ?? '',
    }),
})
