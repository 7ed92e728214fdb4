import { writeRoute } from '@/lib/http/write-route'
import { movePlacement } from '@/lib/sponsors/commands/move-placement'
import { movePlacementSchema } from '@/lib/sponsors/schema'

/** Moves a placement one up or down. */
export const POST = writeRoute({
  input: movePlacementSchema,
  run: ({ actor, input, params }) =>
    movePlacement(actor, { ...input, placementId: params.placementId ?? '' }),
})
