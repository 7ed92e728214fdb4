import { writeRoute } from '@/lib/http/write-route'
import { savePlacement } from '@/lib/sponsors/commands/save-placement'
import { savePlacementSchema } from '@/lib/sponsors/schema'

/** Saves a placement. */
export const PATCH = writeRoute({
  input: savePlacementSchema,
  run: ({ actor, input, params }) =>
    savePlacement(actor, { ...input, placementId: params.placementId ?? '' }),
})
