import { describe, expect, it } from 'vitest'
import { canonicalLink, siteOf } from './rules'

const canonical = (address: string) => canonicalLink(address)?.canonical

describe('addresses of one link', () => {
  it.each([
    ['scheme', 'http://example.org/a', 'https://example.org/a'],
    ['www', 'https://www.example.org/a', 'https://example.org/a'],
    ['a mobile host', 'https://m.example.org/a', 'https://example.org/a'],
    ['a mobile host in full', 'https://mobile.twitter.com/a/status/1', 'https://twitter.com/a/status/1'],
    ['a mobile host within', 'https://en.m.wikipedia.org/wiki/Tide', 'https://en.wikipedia.org/wiki/Tide'],
    ['capitals in the host', 'HTTPS://Example.ORG/A', 'https://example.org/A'],
    ['a dot behind the host', 'https://example.org./a', 'https://example.org/a'],
    ['a default port', 'http://example.org:80/a', 'https://example.org/a'],
    ['credentials', 'https://me:secret@example.org/a', 'https://example.org/a'],
    ['a slash at the end', 'https://example.org/a//', 'https://example.org/a'],
    ['the root', 'https://example.org/', 'https://example.org'],
    ['an index file', 'https://example.org/a/index.html', 'https://example.org/a'],
    ['an index file of the root', 'https://example.org/index.php?p=3', 'https://example.org?p=3'],
    ['dots in the path', 'https://example.org/x/../a/./b', 'https://example.org/a/b'],
    ['octets', 'https://example.org/%7ejo/%e2%82%ac', 'https://example.org/~jo/%E2%82%AC'],
    ['letters beyond ASCII', 'https://example.org/€', 'https://example.org/%E2%82%AC'],
    ['a name beyond ASCII', 'https://bücher.example/a', 'https://xn--bcher-kva.example/a'],
    ['a fragment', 'https://example.org/a#part-2', 'https://example.org/a'],
    ['a text fragment', 'https://example.org/a#:~:text=tide', 'https://example.org/a'],
    ['the order of parameters', 'https://example.org/?b=2&a=1', 'https://example.org?a=1&b=2'],
    ['an empty query', 'https://example.org/a?', 'https://example.org/a'],
    ['an empty value', 'https://example.org/a?b=', 'https://example.org/a?b'],
    ['spaces as plus', 'https://example.org/?q=high+tide', 'https://example.org?q=high%20tide'],
    ['space around', ' https://example.org/a\n', 'https://example.org/a'],
  ])('%s', (_what, written, expected) => {
    expect(canonical(written)).toBe(expected)
    expect(canonical(expected)).toBe(expected)
  })
})

describe('tracking parameters', () => {
  it.each([
    ['https://example.org/a?utm_source=x&utm_medium=email&id=7', 'https://example.org/a?id=7'],
    ['https://example.org/a?UTM_Campaign=x', 'https://example.org/a'],
    ['https://example.org/a?utm_source=x&amp;utm_medium=y', 'https://example.org/a'],
    ['https://example.org/a?fbclid=1&gclid=2&mc_cid=3&_hsenc=4', 'https://example.org/a'],
    ['https://www.youtube.com/watch?v=abc&feature=youtu.be&si=1', 'https://youtube.com/watch?v=abc'],
    ['https://medium.com/@jo/tides-1?source=rss', 'https://medium.com/@jo/tides-1'],
    ['https://twitter.com/jo/status/1?s=20&ref_src=twsrc', 'https://twitter.com/jo/status/1'],
    // What names a page elsewhere stays there.
    ['https://example.org/a?source=rss&s=20', 'https://example.org/a?s=20&source=rss'],
    ['https://news.ycombinator.com/item?id=1', 'https://news.ycombinator.com/item?id=1'],
    ['https://example.org/a?ref=main', 'https://example.org/a?ref=main'],
  ])('%s', (written, expected) => {
    expect(canonical(written)).toBe(expected)
  })
})

describe('AMP forms', () => {
  it.each([
    ['https://amp.example.org/a', 'https://example.org/a'],
    ['https://example.org/why-tides-turn/amp/', 'https://example.org/why-tides-turn'],
    ['https://example.org/2020/01/tides/amp', 'https://example.org/2020/01/tides'],
    ['https://example.org/a/tides.amp', 'https://example.org/a/tides'],
    ['https://example.org/a/tides.amp.html', 'https://example.org/a/tides.html'],
    ['https://example.org/amp/news/why-tides-turn', 'https://example.org/news/why-tides-turn'],
    ['https://example.org/a?amp=1', 'https://example.org/a'],
    ['https://example.org/a?outputType=amp', 'https://example.org/a'],
    ['https://www.google.com/amp/s/www.example.org/a/amp-story', 'https://example.org/a/amp-story'],
    ['https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a', 'https://example.org/a'],
    // About AMP, and no form of anything.
    ['https://github.com/jo/amp', 'https://github.com/jo/amp'],
    ['https://example.org/docs/amp/', 'https://example.org/docs/amp'],
    ['https://example.org/amp/', 'https://example.org/amp'],
  ])('%s', (written, expected) => {
    expect(canonical(written)).toBe(expected)
  })
})

describe('what makes another link', () => {
  it.each([
    ['a path', 'https://example.org/a', 'https://example.org/b'],
    ['capitals in the path', 'https://example.org/a', 'https://example.org/A'],
    ['a parameter', 'https://example.org/a', 'https://example.org/a?page=2'],
    ['the order of one parameter’s values', 'https://example.org/?a=1&a=2', 'https://example.org/?a=2&a=1'],
    ['a port', 'https://example.org/a', 'https://example.org:8443/a'],
    ['a subdomain', 'https://example.org/a', 'https://blog.example.org/a'],
    ['a route of a page that is a program', 'https://example.org/#!/a', 'https://example.org/#!/b'],
    ['an octet that separates', 'https://example.org/a%2Fb', 'https://example.org/a/b'],
    ['octets that are no UTF-8', 'https://example.org/?q=%E9', 'https://example.org/?q=%E8'],
    ['a domain called like a form', 'https://m.co/a', 'https://co/a'],
    ['somebody under a shared suffix', 'https://m.github.io/a', 'https://github.io/a'],
    [
      'an item of an issue',
      'https://example.org/issues/a#item-01a3c1f0-0000-7000-8000-000000000001',
      'https://example.org/issues/a',
    ],
  ])('%s', (_what, one, other) => {
    expect(canonical(one)).not.toBe(canonical(other))
  })
})

it.each([
  '',
  'mailto:jo@example.org',
  '/issues/a',
  'javascript:alert(1)',
  'https://',
  'example.org',
  'ftp://a.b/c',
])('nothing that isn’t of the web is a link: %s', (address) => {
  expect(canonicalLink(address)).toBeNull()
})

it('names host and site', () => {
  expect(canonicalLink('https://www.blog.example.co.uk:8080/a')).toMatchObject({
    host: 'blog.example.co.uk',
    site: 'example.co.uk',
  })
  expect(canonicalLink('https://jo.github.io/a')).toMatchObject({
    host: 'jo.github.io',
    site: 'jo.github.io',
  })
  expect(canonicalLink('http://127.0.0.1:3000/a')).toMatchObject({ host: '127.0.0.1', site: '127.0.0.1' })
  expect(siteOf('localhost')).toBe('localhost')
})

it('is quick with any address', () => {
  const long = ['/', '-', '%', 'a-', '/amp', '&', '&amp;', '#:~:', '.amp'].map((part) => part.repeat(60_000))
  const before = performance.now()
  for (const path of long) {
    canonicalLink(`https://example.org/${path}`)
    canonicalLink(`https://example.org/x?${path}/amp`)
    canonicalLink(`https://www.google.com/amp/s/google.com/amp/s/${path}`)
  }
  expect(performance.now() - before).toBeLessThan(2_000)
})
