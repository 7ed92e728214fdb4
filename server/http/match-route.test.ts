import { describe, expect, it } from 'vitest'
import { fillAddress, matchRoute } from './match-route'

describe('matchRoute', () => {
  it.each([
    ['/', 'reader', '/'],
    ['/issues/issue-41', 'reader', '/issues/:slug'],
    ['/issues/issue-41.md', 'reader', '/issues/:slug.md'],
    ['/issues/issue-41.json', 'reader', '/issues/:slug.json'],
    ['/admin', 'studio', '/admin/**'],
    ['/admin/issues/1', 'studio', '/admin/**'],
    ['/api/health', 'api', '/api/**'],
  ])('finds %s', (path, kind, pattern) => {
    expect(matchRoute(path)?.route).toMatchObject({ kind, path: pattern })
  })

  it.each([
    '/nothing',
    '/issues/',
    '/issues/a/b',
    '/administrator',
    '/_next/image',
    '/issues/a/markdown',
    '',
  ])('knows no %s', (path) => expect(matchRoute(path)).toBeNull())
})

describe('fillAddress', () => {
  const fill = (path: string, query = '') => {
    const match = matchRoute(path)
    return match && fillAddress(match, path, new URLSearchParams(query))
  }

  it('drops every query name that the table does not declare', () => {
    expect(fill('/issues/issue-41', '_rsc=1&utm_source=x')).toBe('/issues/issue-41')
  })

  it('says where Next has a file with an ending', () => {
    expect(fill('/issues/issue-41.md')).toBe('/issues/issue-41/markdown')
  })
})
