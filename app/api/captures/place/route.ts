import { placeCaptures } from '@/lib/captures/commands/place-captures'
import { placeCapturesSchema } from '@/lib/captures/schema'
import { writeRoute } from '@/lib/http/write-route'

/** Makes items of captures in a section. */
export const POST = writeRoute({
  input: placeCapturesSchema,
  run: ({ actor, input }) => placeCaptures(actor, input),
})
