import { expect, test } from 'vitest'
import { clientHas, codingsFor, readConditions } from './negotiate'

const takesGzip = (header: string) => codingsFor(header).includes('gzip')

test.each([
  ['gzip', true],
  ['br, GZIP;q=0.5', true],
  ['*', true],
  ['gzip;q=0', false],
  ['gzip; q=0.000, *', false],
  ['*;q=0', false],
  ['br, identity', false],
  ['', false],
])('Accept-Encoding “%s” takes gzip: %s', (header, expected) => {
  expect(takesGzip(header)).toBe(expected)
})

test('of what a client takes alike we send the smallest, else what it likes best', () => {
  expect(codingsFor('gzip, deflate, br').slice(0, 2)).toEqual(['br', 'gzip'])
  expect(codingsFor('br;q=0.5, gzip')[0]).toBe('gzip')
  expect(codingsFor(undefined)).toEqual(['identity'])
})

test.each([',;q=,;;=', 'br;q=NaN', 'gzip;q=1e309', '\u0001', 'x'.repeat(9_000), 'gzip, '.repeat(1_000), '"'])(
  'a malformed Accept-Encoding (%#) harms nobody',
  (header) => {
    for (const coding of codingsFor(header)) expect(['br', 'zstd', 'gzip', 'identity']).toContain(coding)
  },
)

const tag = { etag: 'W/"a"' }

test.each([
  ['W/"a"', true],
  ['"a"', true],
  ['"b", W/"a"', true],
  ['*', true],
  ['"ab"', false],
  ['', false],
])('If-None-Match %s names W/"a": %s', (header, expected) => {
  expect(clientHas({ 'if-none-match': header }, tag)).toBe(expected)
})

test.each([
  [{ 'if-modified-since': 'Wed, 25 Nov 2026 10:00:00 GMT' }, true],
  [{ 'if-modified-since': 'Wed, 25 Nov 2026 09:59:59 GMT' }, false],
  [{ 'if-modified-since': 'yesterday' }, false],
  [{ 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT', 'if-none-match': '"b"' }, false],
  [{ 'if-none-match': '"a"', 'cache-control': 'no-cache' }, true],
  [{}, false],
])('what a client says of what it has: %o', (headers, expected) => {
  const validators = { ...tag, 'last-modified': 'Wed, 25 Nov 2026 10:00:00 GMT' }
  expect(clientHas(headers, validators)).toBe(expected)
})

test('a date proves nothing of a page that has none', () => {
  expect(clientHas({ 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' }, tag)).toBe(false)
})

test.each([
  [[], { codings: undefined, isConditional: false }],
  [['Host', 'a.example', 'Accept-Encoding', 'br'], { codings: 'br', isConditional: false }],
  [['accept-language', 'en', 'IF-NONE-MATCH', '"a"'], { codings: undefined, isConditional: true }],
  [['If-Modified-Since', 'yesterday', 'accept-encoding', ''], { codings: '', isConditional: true }],
  [['Accept-Encoding', 'br', 'accept-encoding', 'gzip'], null],
])('what a request says, from its headers as they came: %o', (rawHeaders, expected) => {
  expect(readConditions({ rawHeaders })).toEqual(expected)
})
