import { pgPool } from '@/lib/db/pool'
import type { Match } from './match-route'

/** What is at a public address: a page, something withdrawn, another address, or nothing. */
export type Resolution = { found: 'page' } | { found: 'gone' | 'nothing' } | { found: 'moved'; to: string }

async function findRedirect(path: string): Promise<Resolution> {
  const { rows } = await pgPool().query('SELECT "toPath" FROM "Redirect" WHERE "fromPath" = $1', [path])
  return rows[0] ? { found: 'moved', to: rows[0].toPath } : { found: 'nothing' }
}

async function findIssue(slug: string): Promise<Resolution | null> {
  const { rows } = await pgPool().query('SELECT "withdrawnAt" FROM "ArchivedIssue" WHERE slug = $1', [slug])
  if (!rows[0]) return null
  return { found: rows[0].withdrawnAt ? 'gone' : 'page' }
}

/** What follows a slug in the addresses of an issue's other forms. */
const form = /(?:\.md|\.json|\/card\.png)$/

/** An issue that has another slug now is found under the old one in each of its forms. */
async function findMovedIssue(path: string): Promise<Resolution> {
  const moved = await findRedirect(path)
  const suffix = form.exec(path)?.[0]
  if (moved.found !== 'nothing' || !suffix) return moved
  const page = await findRedirect(path.slice(0, -suffix.length))
  return page.found === 'moved' ? { found: 'moved', to: `${page.to}${suffix}` } : page
}

/** Closed, it is not there at all. */
async function findStorefront(): Promise<Resolution> {
  const { rows } = await pgPool().query('SELECT 1 FROM "Publication" WHERE "storefrontOpen"')
  return { found: rows.length > 0 ? 'page' : 'nothing' }
}

/**
 * Says what an address leads to, before Next is asked: a page of Next's can't answer 404 or 410 with a body that
 * needs no script.
 * @param match null for an address that the table doesn't have
 */
export async function resolveRecord(match: Match | null, path: string): Promise<Resolution> {
  if (!match) return findRedirect(path)
  if (match.route.resolve === 'storefront') return findStorefront()
  if (match.route.resolve !== 'issue') return { found: 'page' }
  const slug = decodeURIComponent(match.params.slug ?? '')
  return (await findIssue(slug)) ?? findMovedIssue(path)
}
