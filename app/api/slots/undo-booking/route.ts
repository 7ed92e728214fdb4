import { writeRoute } from '@/lib/http/write-route'
import { undoBooking } from '@/lib/sponsors/commands/undo-booking'
import { undoBookingSchema } from '@/lib/sponsors/schema'

/** Takes a booking back that was made by mistake. */
export const POST = writeRoute({
  input: undoBookingSchema,
  run: ({ actor, input }) => undoBooking(actor, input),
})
