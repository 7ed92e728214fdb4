import { describe, expect, it } from 'vitest'
import { hasFilters, readSearchRequest, searchPath } from './rules'
import { noFilters } from './schema'

describe('a search in an address', () => {
  it('is read, and written the same', () => {
    const parameters = {
      q: ' tcp "a b" -c ',
      year: '2016',
      section: 'articles',
      topic: 'c',
      host: 'lwn.net',
      after: 'x',
    }
    const request = readSearchRequest(parameters)
    expect(request).toEqual({
      typed: 'tcp "a b" -c',
      filters: { year: 2016, section: 'articles', topic: 'c', host: 'lwn.net' },
      after: 'x',
    })
    const query = new URL(searchPath(request), 'https://x.example').searchParams
    expect(readSearchRequest(Object.fromEntries(query))).toEqual(request)
    expect(searchPath({ typed: '', filters: noFilters, after: null })).toBe('/search')
  })

  it.each([
    ['https://www.LWN.net/Articles/1', 'lwn.net'],
    ['www.lwn.net', 'lwn.net'],
    ['lwn.net/x', 'lwn.net'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['', null],
  ])('takes %s for the host %s', (host, read) => {
    expect(readSearchRequest({ host }).filters.host).toBe(read)
  })

  it('narrows by nothing that can’t be read', () => {
    const odd = {
      q: ['a', 'b'],
      year: '20x6',
      section: '\0',
      topic: 'x'.repeat(500),
      host: `${'h'.repeat(300)}.example`,
    }
    const request = readSearchRequest(odd)
    expect(request).toEqual({ typed: 'a', filters: noFilters, after: null })
    expect(hasFilters(request.filters)).toBe(false)
    expect(readSearchRequest({ q: 'a\0b\ud800c' }).typed).toBe('a b c')
    expect(readSearchRequest({})).toEqual({ typed: '', filters: noFilters, after: null })
  })
})
