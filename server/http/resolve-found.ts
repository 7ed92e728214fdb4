import { termSlug } from '@/lib/archive/rules'
import { pgPool } from '@/lib/db/pool'
import { siteOf } from '@/lib/links/rules'
import type { Resolution } from './resolution'

const nothing: Resolution = { found: 'nothing' }
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A year in which an issue was published. */
export async function findYear(year: string): Promise<Resolution> {
  if (!/^[1-9]\d{3}$/.test(year)) return nothing
  const { rows } = await pgPool().query(
    `SELECT 1 FROM "ArchivedIssue"
     WHERE "withdrawnAt" IS NULL AND date BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31) LIMIT 1`,
    [Number(year)],
  )
  return rows[0] ? { found: 'page' } : nothing
}

/** An item that readers see, or saw once. */
export async function findItem(id: string): Promise<Resolution> {
  if (!uuid.test(id)) return nothing
  const { rows } = await pgPool().query(
    `SELECT 'page' AS found FROM "ArchivedItem" WHERE id = $1
     UNION ALL SELECT 'gone' FROM "GoneItem" WHERE id = $1 LIMIT 1`,
    [id],
  )
  return rows[0] ?? nothing
}

/** The list of topics, while there is any. `ORDER BY` makes PostgreSQL use the index rather than read the whole table. */
export async function findTopics(): Promise<Resolution> {
  const { rows } = await pgPool().query(
    `SELECT 1 FROM "ArchivedTerm" WHERE kind = 'TOPIC' ORDER BY slug LIMIT 1`,
  )
  return rows[0] ? { found: 'page' } : nothing
}

type TermRoute = 'topic' | 'author' | 'site'
const folders: Record<TermRoute, string> = { topic: 'topics', author: 'authors', site: 'sites' }

/** How a topic, an author or a site may also be asked for: a host of the site, a name in capitals. */
function folded(kind: TermRoute, term: string): string {
  return kind === 'site' ? siteOf(term.toLowerCase().replace(/\.$/, '')) : termSlug(term)
}

/**
 * A topic, an author or a site that something is found under. @param after id of the item after which the page begins,
 * empty on the first; where it isn't there any more, the first page is
 */
export async function findTerm(kind: TermRoute, term: string, after: string): Promise<Resolution> {
  const { rows } = await pgPool().query(
    `SELECT given.slug FROM unnest($2::text[]) WITH ORDINALITY AS given (slug, place)
     WHERE EXISTS (SELECT 1 FROM "ArchivedTerm" t WHERE t.kind = $1::"TermKind" AND t.slug = given.slug)
     ORDER BY place LIMIT 1`,
    [kind.toUpperCase(), [term, folded(kind, term)]],
  )
  if (!rows[0]) return nothing
  const to = `/${folders[kind]}/${encodeURIComponent(rows[0].slug)}`
  if (rows[0].slug !== term) return { found: 'moved', to }
  if (after === '' || (await isUnder(kind, term, after))) return { found: 'page' }
  return { found: 'moved', to }
}

async function isUnder(kind: TermRoute, term: string, id: string): Promise<boolean> {
  if (!uuid.test(id)) return false
  const { rows } = await pgPool().query(
    `SELECT 1 FROM "ArchivedTerm" WHERE "itemId" = $1 AND kind = $2::"TermKind" AND slug = $3`,
    [id, kind.toUpperCase(), term],
  )
  return rows.length > 0
}
