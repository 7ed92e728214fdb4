import { expect, it } from 'vitest'
import { canonicalLink, cleanAddress } from './rules'

it.each([
  ['https://example.org/a?utm_source=x&id=7&utm_medium=y', 'https://example.org/a?id=7'],
  ['http://www.example.org/a/?fbclid=1', 'http://www.example.org/a/'],
  ['https://example.org/?utm_source=x#part', 'https://example.org/#part'],
  ['https://example.org/a#:~:text=tide', 'https://example.org/a'],
  ['https://en.m.wikipedia.org/wiki/Tide', 'https://en.wikipedia.org/wiki/Tide'],
  ['https://mobile.twitter.com/jo/status/1?s=20', 'https://twitter.com/jo/status/1'],
  ['https://example.org/why-tides-turn/amp/', 'https://example.org/why-tides-turn/'],
  ['https://www.google.com/amp/s/www.example.org/a/amp-story', 'https://www.example.org/a/amp-story'],
  ['https://me:secret@example.org/a', 'https://example.org/a'],
  ['https://example.org:8443/a?gclid=1', 'https://example.org:8443/a'],
])('%s becomes %s, which is the same link', (written, clean) => {
  expect(cleanAddress(written)).toBe(clean)
  expect(cleanAddress(clean)).toBeNull()
  expect(canonicalLink(clean)?.canonical).toBe(canonicalLink(written)?.canonical)
})

it.each([
  'http://example.org',
  'https://www.example.org/a/',
  'https://example.org/a?b=2&a=1#part',
  'https://example.org/a%2fb?x=%e2',
  'HTTPS://Example.org/A',
  'https://bücher.example/a',
  'https://github.com/jo/amp',
  'no address',
  'mailto:jo@example.org?utm_source=x',
])('leaves %s as it was written', (written) => {
  expect(cleanAddress(written)).toBeNull()
})
