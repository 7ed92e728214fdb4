import { expect, test } from 'vitest'
import { acceptsGzip, isKnown } from './negotiate'

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
  expect(acceptsGzip(header)).toBe(expected)
})

test.each([
  ['W/"a"', true],
  ['"a"', true],
  ['"b", W/"a"', true],
  ['*', true],
  ['"ab"', false],
  ['', false],
])('If-None-Match %s names W/"a": %s', (header, expected) => {
  expect(isKnown(header, 'W/"a"')).toBe(expected)
})
