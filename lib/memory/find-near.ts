import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db/db'
import { quoteLexeme } from '@/lib/search/text/lexeme'
import { sentColumns, sentItem } from './find-sent'
import { isTelling, mayBeSame, tellingPairs } from './rules'
import type { Note } from './schema'
import { tellingSigns } from './telling-signs'

/** Share of three-letter pieces that two titles have in common (pg_trgm) from which they are much alike. */
const ALIKE = 0.55
/** Of which those are kept that may be of the same thing. */
const MOST_ALIKE = 12
const MOST = 2
/** Titles that are used again and again (“Meeting notes”) tell nothing. */
const SERIES = 4

/** Which items may be alike: those that share two of a title's longest words, or two of its pairs of characters. */
function sharing(title: string): Prisma.Sql | null {
  const signs = tellingSigns(title).map((word) => `${quoteLexeme(word)}:A`)
  if (signs.length > 1) {
    const twos = signs.flatMap((one, at) => signs.slice(at + 1).map((other) => `(${one} & ${other})`))
    return Prisma.sql`i."search" @@ ${twos.join(' | ')}::tsquery`
  }
  const pairs = isTelling(title) ? tellingPairs(title) : []
  if (pairs.length === 0) return null
  const queries = pairs.map((pair) => Prisma.sql`plainto_tsquery('simple', ${pair})`)
  return Prisma.sql`to_tsvector('simple', i.headline) @@ (${Prisma.join(queries, ' || ')})`
}

/**
 * Items that went out under much the same headline. Those that share two of its longest words are compared letter by
 * letter: an index of the letters themselves would look at a great part of the archive.
 */
export async function findNear(headline: string, except: string | undefined): Promise<Note[]> {
  const title = headline.trim()
  const candidates = sharing(title)
  if (!candidates) return []
  const rows = await db().$queryRaw<unknown[]>`
    SELECT ${sentColumns}
    FROM (
      SELECT i.id, i.date, similarity(i.headline, ${title}) AS alike FROM "ArchivedItem" i
      WHERE i.headline IS NOT NULL AND ${candidates}
        AND similarity(i.headline, ${title}) >= ${ALIKE}::real AND i."issueId" IS DISTINCT FROM ${except ?? null}::uuid
      ORDER BY alike DESC, i.date DESC, i.id LIMIT ${MOST_ALIKE}
    ) near
    JOIN "ArchivedItem" i ON i.id = near.id
    JOIN "ArchivedIssue" a ON a."issueId" = i."issueId"
    ORDER BY near.alike DESC, near.date DESC, i.id`
  const same = rows.map(sentItem).filter((item) => mayBeSame(title, item.headline ?? ''))
  return same.length >= SERIES ? [] : same.slice(0, MOST).map((item) => ({ kind: 'near', ...item }))
}
