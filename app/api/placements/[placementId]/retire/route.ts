import { writeRoute } from '@/lib/http/write-route'
import { retirePlacement } from '@/lib/sponsors/commands/save-placement'
import { retirePlacementSchema } from '@/lib/sponsors/schema'

/** Takes a placement out of sale, or brings it back. */
export const POST = writeRoute({
  input: retirePlacementSchema,
  run: ({ actor, input, params }) =>
    retirePlacement(actor, { ...input, placementId: params.placementId ?? '' }),
})
