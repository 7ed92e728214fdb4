import { isUrl } from '@/lib/address/is-url'
import { db } from '@/lib/db/db'
import { itemOrder } from './item-rows'
import type { Source } from './schema'

const MOST_SOURCES = 500
/** Enough hosts for so many sites: some sites have several, each counted with its site. */
const MOST_HOSTS = 3 * MOST_SOURCES
/** How many of a site's newest items tell at which of its addresses it is mostly found. */
const NEWEST = 10

type Row = { site: string; address: string | null; items: number }

/**
 * The sites that more than one item leads to, the most linked first. Counted beside publishing (lib/search), a minute
 * behind, as what a search can be narrowed by: a host that is no site of its own is among those too, and left out.
 * Words are compared as bytes, which the index of sites is not, hence the collation.
 */
export async function listSources(): Promise<Source[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT counted.site, newest.address, counted.items
    FROM (
      SELECT substr("word", length('host:') + 1) COLLATE "default" AS site, "items" FROM "SearchWord"
      WHERE "word" >= 'host:' AND "word" < 'host;' AND "items" > 1 ORDER BY "items" DESC, "word" LIMIT ${MOST_HOSTS}
    ) counted
    CROSS JOIN LATERAL (
      SELECT mode() WITHIN GROUP (ORDER BY substring(url FROM '^\\s*([Hh][Tt][Tt][Pp][Ss]?://[^/?#]+)')) AS address
      FROM (
        SELECT i.url FROM "ArchivedTerm" t JOIN "ArchivedItem" i ON i.id = t."itemId"
        WHERE t.kind = 'SITE' AND t.slug = counted.site AND i.site = counted.site
        ORDER BY ${itemOrder('t')} LIMIT ${NEWEST}
      ) newest
    ) newest
    WHERE newest.address IS NOT NULL
    ORDER BY counted.items DESC, counted.site LIMIT ${MOST_SOURCES}`
  return rows.flatMap(({ site, address, items }) =>
    address && isUrl(address) ? [{ site, origin: new URL(address).origin, items }] : [],
  )
}
