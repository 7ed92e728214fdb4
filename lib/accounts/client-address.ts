import { BlockList, isIP } from 'node:net'

const near = new BlockList()
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
] as const) {
  near.addSubnet(network, bits, 'ipv4')
}
near.addSubnet('fc00::', 7, 'ipv6')
near.addSubnet('fe80::', 10, 'ipv6')
near.addAddress('::1', 'ipv6')

/**
 * Whether a network address stands for one client. A private or loopback address (RFC 1918, 4193, 6598) is a proxy
 * before us, which all clients share: counted together, one of them could shut out the rest.
 */
export function standsForOneClient(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  const family = isIP(plain)
  return family !== 0 && !near.check(plain, family === 4 ? 'ipv4' : 'ipv6')
}
