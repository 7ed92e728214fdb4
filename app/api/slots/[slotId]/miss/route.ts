import { writeRoute } from '@/lib/http/write-route'
import { missSlot } from '@/lib/sponsors/commands/end-slot'
import { endSlotSchema } from '@/lib/sponsors/schema'

/** Runs the issue without this slot. */
export const POST = writeRoute({
  input: endSlotSchema,
  run: ({ actor, input, params }) => missSlot(actor, { ...input, id: params.slotId ?? '' }),
})
