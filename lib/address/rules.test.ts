import { expect, test } from 'vitest'
import { addressProblem } from './rules'

test.each([
  'https://lwn.net/Articles/495304/',
  'http://status.cloud.google.com/incident/appengine/16008#5673385510043648',
  'https://例え.jp/道?q=1',
  'HTTPS://EXAMPLE.ORG',
  'https://[2001:db8::1]/a',
  `https://example.org/${'x'.repeat(2028)}`,
])('%s can be followed', (address) => {
  expect(addressProblem(address)).toBeNull()
})

test.each([
  ['', 'Add an address'],
  ['javascript:alert(1)', 'javascript:'],
  ['hhttps://example.org', 'hhttps:'],
  ['mailto:someone@example.org', 'mailto:'],
  ['http://square space', 'no spaces'],
  ['example.org/article', 'Start the address'],
  ['https:example.org', 'Start the address'],
  ['https://', 'can’t be read'],
  ['https://user@example.org', 'user name'],
  ['http://localhost/', 'not a public host'],
  [
    `https://example.org/${'x'.repeat(2029)}`,
    '2,049 characters; browsers and mail programs follow at most 2,048',
  ],
])('%s is told what is wrong', (address, words) => {
  expect(addressProblem(address)).toContain(words)
})
