import { describe, expect, it } from 'vitest'
import { returnPath } from '@/lib/accounts/rules'
import { BLURB_BYTES } from '@/lib/issues/schema'
import { capturePath, fitQuote, readFragment, readHanded, viaOf } from './rules'

const nothing = { url: '', title: '', quote: '', note: '', via: '', source: 'SHARE' }

describe('what a share sheet hands over', () => {
  it.each([
    [
      { url: 'https://example.org/a', title: 'A' },
      { url: 'https://example.org/a', title: 'A' },
    ],
    [
      { title: 'How we test', text: 'https://example.org/a' },
      { url: 'https://example.org/a', title: 'How we test' },
    ],
    [
      { text: 'How we test failover\nhttps://example.org/a?b=1' },
      { url: 'https://example.org/a?b=1', title: 'How we test failover' },
    ],
    [
      { title: 'How we test', text: 'How we test https://example.org/a.' },
      { url: 'https://example.org/a', title: 'How we test' },
    ],
    [
      { title: 'T', text: '"It never knew about us."\n https://example.org/a#:~:text=It%20never,us' },
      { url: 'https://example.org/a', title: 'T', quote: 'It never knew about us.' },
    ],
    [
      { title: 'T', url: 'https://example.org/a', text: 'A longer text\nin two lines' },
      { url: 'https://example.org/a', title: 'T', quote: 'A longer text\nin two lines' },
    ],
    [{ text: 'words alone' }, { title: 'words alone' }],
    [{ url: ['https://a.example', 'https://b.example'] }, {}],
    [{}, {}],
  ])('%j', (params, expected) => expect(readHanded(params)).toEqual({ ...nothing, ...expected }))

  it('that can be no address is handed on as it is, for its field to say so', () => {
    expect(readHanded({ url: 'hhttps://example.org' }).url).toBe('hhttps://example.org')
    expect(readHanded({ url: 'http://square space' }).url).toBe('http://square space')
  })
})

describe('where somebody came from', () => {
  it.each([
    ['https://news.example.com/', 'news.example.com'],
    ['https://www.lobsters.example/s/1', 'lobsters.example'],
    ['https://www.google.co.uk/', ''],
    ['https://example.org/front', ''],
    ['', ''],
    ['about:blank', ''],
  ])('%s is credited as “%s”', (referrer, via) => {
    expect(viaOf(referrer, 'https://www.example.org/a')).toBe(via)
  })
})

describe('the address of the window', () => {
  const handed = readHanded({
    from: 'bookmarklet',
    url: 'https://example.org/ü?a=1&b=2',
    title: 'Über “Dinge”',
    quote: 'Zeile\nzwei',
    via: 'https://news.example.com/',
  })

  it('comes back from signing in with all of it', () => {
    const path = capturePath(handed)
    expect(returnPath(path)).toBe(path)
    expect(readHanded(Object.fromEntries(new URL(path, 'http://x').searchParams))).toEqual(handed)
  })

  it('leaves out what is too long, the quote first', () => {
    const long = 'x'.repeat(5000)
    const kept = new URL(capturePath({ ...handed, quote: long }), 'http://x').searchParams
    expect([kept.get('title'), kept.get('quote')]).toEqual(['Über “Dinge”', null])
    expect(capturePath({ ...handed, quote: long, title: long })).toContain('url=https')
    expect(capturePath({ ...handed, url: long })).toBe('/admin/capture')
  })
})

describe('a quote', () => {
  it('of five megabytes is cut to what a blurb holds, between two characters', () => {
    expect(fitQuote('short')).toEqual({ quote: 'short', isCut: false })
    const { quote, isCut } = fitQuote('漢😀'.repeat(800_000))
    expect(isCut).toBe(true)
    expect(() => encodeURIComponent(quote)).not.toThrow()
    expect(quote).not.toContain('\uFFFD')
    const size = new TextEncoder().encode(quote).length
    expect(size).toBeLessThanOrEqual(BLURB_BYTES)
    expect(size).toBeGreaterThan(BLURB_BYTES - 10)
  })

  it('is read from behind the #', () => {
    expect(readFragment('#quote=a%20b&html=%3Cp%3Ea%3C%2Fp%3E&cut=1')).toEqual({
      quote: 'a b',
      html: '<p>a</p>',
      isCut: true,
    })
    expect(readFragment('')).toEqual({ quote: '', html: '', isCut: false })
  })
})
