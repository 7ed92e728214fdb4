import { db } from '@/lib/db/db'
import type { Source } from './schema'

const MOST_SOURCES = 500

type Row = { site: string; address: string | null; items: number }

/** The sites that more than one item leads to, the most linked first. */
export async function listSources(): Promise<Source[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT site, mode() WITHIN GROUP (ORDER BY substring(url FROM '^\\s*([Hh][Tt][Tt][Pp][Ss]?://[^/?#]+)')) AS address,
      count(*)::int AS items
    FROM "ArchivedItem" WHERE site IS NOT NULL
    GROUP BY site HAVING count(*) > 1 ORDER BY items DESC, site LIMIT ${MOST_SOURCES}`
  return rows.flatMap(({ site, address, items }) =>
    address && URL.canParse(address) ? [{ site, origin: new URL(address).origin, items }] : [],
  )
}
