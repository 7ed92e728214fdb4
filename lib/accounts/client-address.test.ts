import { expect, test } from 'vitest'
import { networksOf, standsForOneClient } from './client-address'

test.each(['203.0.113.7', '::ffff:203.0.113.7', '2001:db8::7'])('%s is one client', (address) => {
  expect(standsForOneClient(address)).toBe(true)
})
test.each(['127.0.0.1', '::1', '::ffff:10.0.0.2', '172.31.255.255', '192.168.1.1', 'fd00::1', 'fe80::1', ''])(
  '%s is a proxy’s, or nobody’s',
  (address) => {
    expect(standsForOneClient(address)).toBe(false)
  },
)

test.each([
  ['203.0.113.7', '203.0.113.7', '203.0.113.0/24'],
  ['::ffff:203.0.113.7', '203.0.113.7', '203.0.113.0/24'],
  ['2001:DB8:0:1::7', '2001:db8:0:1::/64', '2001:db8:0::/48'],
  ['2001:db8::7', '2001:db8:0:0::/64', '2001:db8:0::/48'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['nobody', 'nobody', 'nobody'],
])('%s has %s to itself, within %s', (address, own, around) => {
  expect(networksOf(address)).toEqual({ own, around })
})
