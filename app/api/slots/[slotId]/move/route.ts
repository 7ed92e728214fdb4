import { writeRoute } from '@/lib/http/write-route'
import { moveSlot } from '@/lib/sponsors/commands/move-slot'
import { moveSlotSchema } from '@/lib/sponsors/schema'

/** Moves a booking. */
export const POST = writeRoute({
  input: moveSlotSchema,
  run: ({ actor, input, params }) => moveSlot(actor, { ...input, id: params.slotId ?? '' }),
})
