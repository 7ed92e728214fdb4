import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sheetPath } from '@/server/reader/style-sheet'
import { matchRoute } from './match-route'
import { type RouteKind, routes } from './routes'

/** Which kind of route the pages of each part of app/ are. */
const kindOf: Record<string, RouteKind> = {
  '(studio)': 'studio',
  '(auth)': 'studio',
  '(sponsor)': 'studio',
  '(proof)': 'framed',
  api: 'api',
}

/** Addresses of app/, with a value for each parameter: `/issues/[slug]` → `/issues/x`. */
const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\/(page|route)\.tsx?$/.test(path))
  .map((path) => {
    const segments = path.split('/').slice(0, -1)
    const address = segments.filter((segment) => !segment.startsWith('(')).join('/')
    return {
      address: `/${address.replace(/\[+(?:\.{3})?[^\]]+\]+/g, 'x')}`,
      kind: kindOf[segments[0] ?? ''],
    }
  })

describe('the route table', () => {
  it('is compared with pages that there are', () => expect(pages.length).toBeGreaterThan(10))

  it.each(pages)('has $address as $kind', ({ address, kind }) => {
    expect(matchRoute(address)?.route.kind).toBe(kind)
  })

  it('says of each page and file for readers, and of nothing else, what makes it', () => {
    expect(routes.filter(({ kind, make }) => (kind === 'reader') !== (make !== undefined))).toEqual([])
  })

  it('has the style sheet that readers’ pages name', () => {
    expect(matchRoute(sheetPath)?.route.make).toBe('style-sheet')
  })

  it('keeps readers’ pages and images alone, and gives words of theirs no room among the pages', () => {
    expect(routes.filter(({ kind, keep }) => keep && !['reader', 'media'].includes(kind))).toEqual([])
    const open = routes.filter(({ keep, query }) => keep?.room === 'pages' && query)
    expect(open.map(({ path }) => path)).toEqual([])
  })
})
