import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { matchRoute } from './match-route'
import { type RouteKind, routes } from './routes'

/** Which kind of route the pages of each part of app/ are. */
const kindOf: Record<string, RouteKind> = {
  '(reader)': 'reader',
  '(studio)': 'studio',
  '(auth)': 'studio',
  '(sponsor)': 'studio',
  '(proof)': 'framed',
  api: 'api',
}

/** An address of app/ as a pattern: `/issues/[slug]` → `^/issues/[^/]+$`, and `[...of]` for as many segments. */
const patternOf = (address: string) =>
  new RegExp(`^/${address.replace(/\[\[?(\.{3})?[^\]]+\]+/g, (_, rest) => (rest ? '.+' : '[^/]+'))}$`)

/** Addresses of app/, with a value for each parameter: `/issues/[slug]` → `/issues/x`. */
const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\/(page|route)\.tsx?$/.test(path))
  .map((path) => {
    const segments = path.split('/').slice(0, -1)
    const address = segments.filter((segment) => !segment.startsWith('(')).join('/')
    return {
      address: `/${address.replace(/\[+(?:\.{3})?[^\]]+\]+/g, 'x')}`,
      pattern: patternOf(address),
      kind: kindOf[segments[0] ?? ''],
    }
  })

const fills = routes.flatMap(({ fill }) => (fill ? [fill.replace(/:[a-z]+/g, 'x')] : []))

describe('the route table', () => {
  it('is compared with pages that there are', () => expect(pages.length).toBeGreaterThan(10))

  it.each(pages.filter(({ pattern }) => !fills.some((fill) => pattern.test(fill))))(
    'has $address as $kind',
    ({ address, kind }) => {
      expect(matchRoute(address)?.route.kind).toBe(kind)
    },
  )

  it('fills from pages that there are', () => {
    const isThere = (fill: string) => pages.some(({ pattern }) => pattern.test(fill))
    expect(fills.filter((fill) => !isThere(fill))).toEqual([])
  })

  it('keeps readers’ pages and images alone, and gives words of theirs no room among the pages', () => {
    expect(routes.filter(({ kind, keep }) => keep && !['reader', 'media'].includes(kind))).toEqual([])
    const open = routes.filter(({ keep, query }) => keep?.room === 'pages' && query)
    expect(open.map(({ path }) => path)).toEqual([])
  })
})
