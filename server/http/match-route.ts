import type { Asked } from '@/server/reader/made'
import { type Route, routes } from './routes'

export type Match = { route: Route; params: Record<string, string> }

const escapeText = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `/issues/:slug.md` → `^/issues/(?<slug>[^/]+)\.md$` */
function compile(path: string): RegExp {
  const [open, base] = path.endsWith('/**') ? [true, path.slice(0, -3)] : [false, path]
  const source = base
    .split(/(:[a-z]+)/)
    .map((part) => (part.startsWith(':') ? `(?<${part.slice(1)}>[^/]+)` : escapeText(part)))
    .join('')
  return new RegExp(`^${source}${open ? '(?:/.*)?' : ''}$`)
}

const compiled = routes.map((route) => ({ route, pattern: compile(route.path) }))

/** The first route that a path fits; null when there is none. @param path as sent, still percent-encoded */
export function matchRoute(path: string): Match | null {
  for (const { route, pattern } of compiled) {
    const found = pattern.exec(path)
    if (found) return { route, params: { ...found.groups } }
  }
  return null
}

/** One spelling of a segment, however a client has escaped it: or one page could be kept under many. */
const respell = (segment: string) => encodeURIComponent(decodeURIComponent(segment))

const place = (path: string, params: Match['params']) =>
  path.replace(/:([a-z]+)/g, (_, name: string) => respell(params[name] ?? ''))

/** Values of the declared names only, in the order of the table; of a name that comes twice the first. */
function declared({ query: names = [] }: Route, query: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams()
  for (const name of names) {
    const value = query.get(name)
    if (value !== null) kept.set(name, value)
  }
  return kept
}

/** The one address of a page, whatever else a client has written into it. Not for routes that are open at their end. */
export function pageAddress({ route, params }: Match, query: URLSearchParams): string {
  const kept = declared(route, query)
  return `${place(route.path, params)}${kept.size ? `?${kept}` : ''}`
}

/** What a page or file is made of. */
export function askedOf({ route, params }: Match, query: URLSearchParams): Asked {
  const decoded = Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)])
  return { params: Object.fromEntries(decoded), query: Object.fromEntries(declared(route, query)) }
}
