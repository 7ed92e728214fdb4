import { writeRoute } from '@/lib/http/write-route'
import { restoreSlot } from '@/lib/sponsors/commands/restore-slot'
import { restoreSlotSchema } from '@/lib/sponsors/schema'

/** Takes back that a slot was released or missed. */
export const POST = writeRoute({
  input: restoreSlotSchema,
  run: ({ actor, input, params }) => restoreSlot(actor, { ...input, id: params.slotId ?? '' }),
})
