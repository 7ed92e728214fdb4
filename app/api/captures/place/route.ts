import { placeCaptures } from '@/lib/captures/commands/place-captures'
import { placeCapturesSchema } from '@/lib/captures/schema'
import { writeRoute } from '@/lib/http/write-route'
import { findBeginnings } from '@/lib/memory/find-beginnings'

/** Makes items of captures in a section; a blurb that is empty begins as a follow-up where its link was sent before. */
export const POST = writeRoute({
  input: placeCapturesSchema,
  run: ({ actor, input }) => placeCaptures(actor, input, findBeginnings),
})
