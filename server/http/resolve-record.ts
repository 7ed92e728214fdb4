import { pgPool } from '@/lib/db/pool'
import type { Match } from './match-route'

/** What is at a public address: a page, something withdrawn, another address, or nothing. */
export type Resolution = { found: 'page' | 'gone' | 'nothing' } | { found: 'moved'; to: string }

async function findRedirect(path: string): Promise<Resolution> {
  const { rows } = await pgPool().query('SELECT "toPath" FROM "Redirect" WHERE "fromPath" = $1', [path])
  return rows[0] ? { found: 'moved', to: rows[0].toPath } : { found: 'nothing' }
}

async function findIssue(slug: string): Promise<Resolution | null> {
  const { rows } = await pgPool().query('SELECT "withdrawnAt" FROM "ArchivedIssue" WHERE slug = $1', [slug])
  if (!rows[0]) return null
  return { found: rows[0].withdrawnAt ? 'gone' : 'page' }
}

/**
 * Says what an address leads to, before Next is asked: a page of Next's can't answer 404 or 410 with a body that
 * needs no script.
 * @param match null for an address that the table doesn't have
 */
export async function resolveRecord(match: Match | null, path: string): Promise<Resolution> {
  if (!match) return findRedirect(path)
  if (match.route.resolve !== 'issue') return { found: 'page' }
  const slug = decodeURIComponent(match.params.slug ?? '')
  return (await findIssue(slug)) ?? findRedirect(path)
}
