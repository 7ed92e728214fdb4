import { writeRoute } from '@/lib/http/write-route'
import { createPlacement } from '@/lib/sponsors/commands/create-placement'
import { createPlacementSchema } from '@/lib/sponsors/schema'

/** Adds a placement. */
export const POST = writeRoute({
  input: createPlacementSchema,
  run: ({ actor, input }) => createPlacement(actor, input),
})
