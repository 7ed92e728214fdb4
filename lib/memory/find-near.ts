import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db/db'
import { sentColumns, sentItem } from './find-sent'
import { isTelling, mayBeSame, tellingPairs } from './rules'
import type { Note } from './schema'

/** Share of three-letter pieces that two titles have in common (pg_trgm) from which they are much alike. */
const ALIKE = 0.55
/** Of which those are kept that may be of the same thing. */
const MOST_ALIKE = 12
const MOST = 2
/** Titles that are used again and again (“Meeting notes”) tell nothing. */
const SERIES = 4

/**
 * Items that went out under much the same headline. Those that share two of its longest words are compared letter by
 * letter: an index of the letters themselves would look at a great part of the archive.
 */
export async function findNear(headline: string, except: string | undefined): Promise<Note[]> {
  const title = headline.trim()
  const pairs = isTelling(title) ? tellingPairs(title) : []
  if (pairs.length === 0) return []
  const sharing = Prisma.join(
    pairs.map((pair) => Prisma.sql`plainto_tsquery('simple', ${pair})`),
    ' || ',
  )
  const rows = await db().$queryRaw<unknown[]>`
    SELECT ${sentColumns}
    FROM (
      SELECT i.id, i.date, similarity(i.headline, ${title}) AS alike FROM "ArchivedItem" i
      WHERE i.headline IS NOT NULL AND to_tsvector('simple', i.headline) @@ (${sharing})
        AND similarity(i.headline, ${title}) >= ${ALIKE}::real AND i."issueId" IS DISTINCT FROM ${except ?? null}::uuid
      ORDER BY alike DESC, i.date DESC, i.id LIMIT ${MOST_ALIKE}
    ) near
    JOIN "ArchivedItem" i ON i.id = near.id
    JOIN "ArchivedIssue" a ON a."issueId" = i."issueId"
    ORDER BY near.alike DESC, near.date DESC, i.id`
  const same = rows.map(sentItem).filter((item) => mayBeSame(title, item.headline ?? ''))
  return same.length >= SERIES ? [] : same.slice(0, MOST).map((item) => ({ kind: 'near', ...item }))
}
