import { matchRoute } from '@/server/http/match-route'
import { type Route, routes } from '@/server/http/routes'
import { planted } from './plant'

export type Page = { path: string; html: string }

/** Always among them: what differs most, and what a form or a mistake leads to. */
const always = [
  '/',
  ...planted,

  '/search?q=tide',
  '/search?q=zzzz',
  '/sponsor-us/request',
  '/sponsor-us/sent',
  '/no/such/page',
]

/** Routes of pages; what has an ending is a file. */
const isPage = ({ kind, path }: Route) => kind === 'reader' && !/\.[a-z]+$/.test(path)

const linksIn = (html: string) =>
  [...html.matchAll(/\shref="(\/[^"#]*)/g)].map((match) => (match[1] ?? '/').replaceAll('&amp;', '&'))

/** Pages of one route are made alike; a few of each are enough. */
function wants(path: string, taken: Map<string, number>, limit: number): boolean {
  const match = matchRoute(path.split('?')[0] ?? '')
  if (!match || !isPage(match.route)) return !match
  const count = taken.get(match.route.path) ?? 0
  taken.set(match.route.path, count + 1)
  return count < limit
}

/**
 * Readers' pages, found by following links from the front page, `limit` of each route.
 * @returns the pages, and the routes of the table of which none was found
 */
export async function findPages(origin: string, limit: number): Promise<{ pages: Page[]; missed: string[] }> {
  const seen = new Set(always)
  const taken = new Map<string, number>()
  const pages: Page[] = []
  for (const path of seen) {
    if (!wants(path, taken, always.includes(path) ? Number.POSITIVE_INFINITY : limit)) continue
    const response = await fetch(`${origin}${path}`)
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue
    const html = await response.text()
    pages.push({ path, html })
    for (const link of linksIn(html)) seen.add(link)
  }
  const missed = routes.filter((route) => isPage(route) && !taken.has(route.path)).map(({ path }) => path)
  return { pages, missed }
}
