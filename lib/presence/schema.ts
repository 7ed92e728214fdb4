import { z } from 'zod'

/** The channel on which every process hears of open issues; the triggers of the migration `presence` write to it. */
export const DESK_CHANNEL = 'desk'

/**
 * What is heard on it. `rows`: the versions that rows have now, null where more than texts changed. `people`: who is
 * there, or where, changed. `access`: somebody may have lost the right to listen.
 */
export const deskNewsSchema = z.union([
  z.strictObject({ issue: z.uuid(), rows: z.record(z.string(), z.int()).nullable() }),
  z.strictObject({ issue: z.uuid(), people: z.literal(true) }),
  z.strictObject({ access: z.literal(true) }),
])

/** Somebody who has the issue open. `at`: the row that they write in, or null. */
export type Present = { userId: string; name: string; at: string | null }

/** Versions of rows by id, or null: anything may be different. */
export type ChangedRows = Record<string, number> | null

/** What a page view says of itself: the row that is open in it. */
export const sayWhereSchema = z.strictObject({ view: z.uuid(), at: z.uuid().nullable() })
export type SayWhere = z.infer<typeof sayWhereSchema>
