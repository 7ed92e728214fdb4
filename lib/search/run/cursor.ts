import { z } from 'zod'
import { MOST_TERMS } from '@/lib/search/query/parse-query'

const INT_MAX = 2_147_483_647
const LONGEST = 1_000
const place = z.strictObject({ date: z.iso.date(), publishedAt: z.iso.datetime(), issueId: z.uuid() })

/** The last result of a page, by which the next one begins after it whatever was published in between. */
const cursorSchema = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('score'),
    found: z.enum(['all', 'any']),
    score: z.int().nonnegative().max(INT_MAX),
    /** What each thing looked for weighed on the first page: how rare it is may change with what is published. */
    weights: z.array(z.number().nonnegative().max(100)).max(MOST_TERMS),
    date: z.iso.date(),
    id: z.uuid(),
  }),
  z.strictObject({
    by: z.literal('date'),
    found: z.enum(['all', 'any']),
    ordinal: z.int().nonnegative().max(INT_MAX),
    ...place.shape,
  }),
])
export type Cursor = z.infer<typeof cursorSchema>
export type ScoreCursor = Extract<Cursor, { by: 'score' }>
export type DateCursor = Extract<Cursor, { by: 'date' }>

/** As it stands in an address. */
export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url')
}

/** Null for what is none: the reader then begins at the first page. */
export function readCursor(text: string | null): Cursor | null {
  if (!text || text.length > LONGEST) return null
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
