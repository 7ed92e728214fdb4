import { pgPool } from '@/lib/db/pool'
import { hashToken } from '@/lib/tokens/hash-token'
import { askedOf, type Match } from './match-route'
import type { Resolution } from './resolution'
import { findItem, findTerm, findTopics, findYear } from './resolve-found'
import { findSection, findSitemap } from './resolve-listed'
import type { Route } from './routes'

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

/** Pages that the settings switch on. Closed, they are not there at all. */
const switched = {
  storefront: 'SELECT 1 FROM "Publication" WHERE "storefrontOpen"',
  suggestions: 'SELECT 1 FROM "Publication" WHERE "suggestionsOpen"',
} as const

async function findSwitched(page: keyof typeof switched): Promise<Resolution> {
  const { rows } = await pgPool().query(switched[page])
  return { found: rows.length > 0 ? 'page' : 'nothing' }
}

async function findSuggestionPage(token: string): Promise<Resolution> {
  const { rows } = await pgPool().query('SELECT 1 FROM "Suggestion" WHERE "tokenHash" = $1', [
    hashToken(token),
  ])
  return { found: rows.length > 0 ? 'page' : 'nothing' }
}

type Found = Exclude<NonNullable<Route['resolve']>, 'issue' | keyof typeof switched | 'suggestion'>

async function find(
  resolve: Found,
  { year = '', item = '', term = '', part = '' }: Match['params'],
): Promise<Resolution> {
  if (resolve === 'year') return findYear(year)
  if (resolve === 'item') return findItem(item)
  if (resolve === 'topics') return findTopics()
  if (resolve === 'section') return findSection(term)
  if (resolve === 'sitemap') return findSitemap(part)
  return findTerm(resolve, term, item)
}

/** What is spelt otherwise in the address of a feed leads to the same format of the right one. */
function inFormat(found: Resolution, { make }: Route, path: string): Resolution {
  if (found.found !== 'moved' || typeof make !== 'object') return found
  return { found: 'moved', to: `${found.to}${path.slice(path.lastIndexOf('/'))}` }
}

/**
 * Says what an address leads to, by one query of an index, before anything is made.
 * @param match null for an address that the table doesn't have
 */
export async function resolveRecord(match: Match | null, path: string): Promise<Resolution> {
  if (!match) return findRedirect(path)
  const { resolve } = match.route
  if (resolve === undefined) return { found: 'page' }
  if (resolve === 'storefront' || resolve === 'suggestions') return findSwitched(resolve)
  const { params } = askedOf(match, new URLSearchParams())
  if (resolve === 'suggestion') return findSuggestionPage(params.token ?? '')
  if (resolve === 'issue') return (await findIssue(params.slug ?? '')) ?? findMovedIssue(path)
  const found = await find(resolve, params)
  return found.found === 'nothing' ? findRedirect(path) : inFormat(found, match.route, path)
}
