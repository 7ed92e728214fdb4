import { db } from '@/lib/db/db'
import { sentColumns, sentItem } from './find-sent'
import { isTelling, mayBeSame } from './rules'
import type { Note } from './schema'

/** Share of three-letter pieces that two titles have in common (pg_trgm) from which they are much alike. */
const ALIKE = 0.55
/** Of which those are kept that may be of the same thing. */
const MOST_ALIKE = 12
const MOST = 2
/** Titles that are used again and again (“Meeting notes”) tell nothing. */
const SERIES = 4

/** Items that went out under much the same headline. */
export async function findNear(headline: string, except: string | undefined): Promise<Note[]> {
  const title = headline.trim()
  if (!isTelling(title)) return []
  const rows = await db().$queryRaw<unknown[]>`
    SELECT ${sentColumns}
    FROM (
      SELECT i.id FROM "ArchivedItem" i
      WHERE i.headline % ${title} AND similarity(i.headline, ${title}) >= ${ALIKE}::real
        AND i."issueId" IS DISTINCT FROM ${except ?? null}::uuid
      ORDER BY similarity(i.headline, ${title}) DESC, i.date DESC, i.id LIMIT ${MOST_ALIKE}
    ) near
    JOIN "ArchivedItem" i ON i.id = near.id
    JOIN "ArchivedIssue" a ON a."issueId" = i."issueId"
    ORDER BY similarity(i.headline, ${title}) DESC, i.date DESC, i.id`
  const same = rows.map(sentItem).filter((item) => mayBeSame(title, item.headline ?? ''))
  return same.length >= SERIES ? [] : same.slice(0, MOST).map((item) => ({ kind: 'near', ...item }))
}
