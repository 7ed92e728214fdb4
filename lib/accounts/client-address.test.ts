import { expect, test } from 'vitest'
import { standsForOneClient } from './client-address'

test.each(['203.0.113.7', '::ffff:203.0.113.7', '2001:db8::7'])('%s is one client', (address) => {
  expect(standsForOneClient(address)).toBe(true)
})
test.each(['127.0.0.1', '::1', '::ffff:10.0.0.2', '172.31.255.255', '192.168.1.1', 'fd00::1', 'fe80::1', ''])(
  '%s is a proxy’s, or nobody’s',
  (address) => {
    expect(standsForOneClient(address)).toBe(false)
  },
)
