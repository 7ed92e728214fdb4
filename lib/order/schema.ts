import { z } from 'zod'

/** A place among siblings, named by neighbours: after one (null: first), else before one; with neither, last. */
export const placeSchema = z.strictObject({
  after: z.uuid().nullable().optional(),
  before: z.uuid().optional(),
})
export type Place = z.infer<typeof placeSchema>
