import { writeRoute } from '@/lib/http/write-route'
import { releaseSlot } from '@/lib/sponsors/commands/end-slot'
import { endSlotSchema } from '@/lib/sponsors/schema'

/** Gives a place back. */
export const POST = writeRoute({
  input: endSlotSchema,
  run: ({ actor, input, params }) => releaseSlot(actor, { ...input, id: params.slotId ?? '' }),
})
