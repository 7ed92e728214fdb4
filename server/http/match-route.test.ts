import { describe, expect, it } from 'vitest'
import { askedOf, matchRoute, pageAddress } from './match-route'

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

describe('askedOf', () => {
  const asked = (path: string, query = '') => {
    const match = matchRoute(path)
    return match && askedOf(match, new URLSearchParams(query))
  }

  it('drops every query name that the table does not declare', () => {
    expect(asked('/issues/issue-41', '_rsc=1&utm_source=x')).toEqual({
      params: { slug: 'issue-41' },
      query: {},
    })
  })

  it('has what the table declares as it was meant, and of a name that comes twice the first', () => {
    expect(asked('/search', 'x=1&q=a%26b&host=&q=c')?.query).toEqual({ q: 'a&b', host: '' })
    expect(asked('/topics/%C3%9Cber%2Fx/after/1')?.params).toEqual({ term: 'Über/x', item: '1' })
  })
})

describe('pageAddress', () => {
  const address = (path: string, query = '') => {
    const match = matchRoute(path)
    return match && pageAddress(match, new URLSearchParams(query))
  }

  it('is one for every way to write it', () => {
    const ways = ['/issues/issue-41', '/issues/issue%2d41', '/issues/%69ssue-41']
    expect(new Set(ways.map((way) => address(way)))).toEqual(new Set(['/issues/issue-41']))
    expect(address('/issues/%C3%9Cber%2Fx.md', 'a=1')).toBe('/issues/%C3%9Cber%2Fx.md')
  })

  it('keeps what the table declares', () => {
    expect(address('/sponsor-us/request', 'date=2&x=1&placement=a%20b&date=3')).toBe(
      '/sponsor-us/request?placement=a+b&date=2',
    )
  })
})
