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

/**
 * What one sender likely has to itself, and the network around it: an IPv4 address and its /24; of IPv6, where one
 * customer has a /64 and often a /56 (RIPE-690), its /64 and /48. Gives back as it is what is no address.
 */
export function networksOf(address: string): { own: string; around: string } {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  const family = isIP(plain)
  if (family === 0) return { own: address, around: address }
  if (family === 4) return { own: plain, around: `${plain.split('.').slice(0, 3).join('.')}.0/24` }
  // As `URL` writes it: hexadecimal, without leading zeros, one gap.
  const [head = '', tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::')
  const [before, after] = [head, tail ?? ''].map((part) => (part ? part.split(':') : []))
  const gap = Array<string>(8 - (before?.length ?? 0) - (after?.length ?? 0)).fill('0')
  const groups = [...(before ?? []), ...gap, ...(after ?? [])]
  return { own: `${groups.slice(0, 4).join(':')}::/64`, around: `${groups.slice(0, 3).join(':')}::/48` }
}
