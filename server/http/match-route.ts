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

/** The address at which Next has the page: declared query names only, in the order of the table. */
export function fillAddress({ route, params }: Match, path: string, query: URLSearchParams): string {
  const target = route.fill?.replace(/:([a-z]+)/g, (_, name: string) => params[name] ?? '') ?? path
  const kept = new URLSearchParams()
  for (const name of route.query ?? []) {
    const value = query.get(name)
    if (value !== null) kept.set(name, value)
  }
  return kept.size ? `${target}?${kept}` : target
}
