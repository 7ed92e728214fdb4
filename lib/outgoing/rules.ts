import ipaddr from 'ipaddr.js'
import { isUrl } from '@/lib/address/is-url'

/**
 * Whether an IP address, as a resolver or `URL` writes it, is one of the public internet: unicast, and of IPv6 only
 * 2000::/3, which leaves out whatever holds an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo), since that would
 * be connected to past this check. No zones.
 */
export function isPublicAddress(address: string): boolean {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address).range() === 'unicast'
  if (address.includes('%') || !ipaddr.IPv6.isValid(address)) return false
  const parsed = ipaddr.IPv6.parse(address)
  return parsed.range() === 'unicast' && ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000
}

// Above 1023, of https://fetch.spec.whatwg.org/#port-blocking: other protocols that an HTTP request could be taken for.
const notForWeb = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
])

/** 80, 443 and what is free to be a web server's. */
function isWebPort(port: number): boolean {
  return port === 80 || port === 443 || (port >= 1024 && !notForWeb.has(port))
}

/** Names that mean a machine nearby wherever they are asked for (RFC 6761, 6762, 8375, ICANN's .internal). */
const nearby = /(^|\.)(localhost|local|internal|home\.arpa)$/

const hostOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, '')

/** The host of a URL, without the brackets of IPv6, and its port. */
export function endpointOf(url: URL): { host: string; port: number } {
  return { host: hostOf(url), port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80) }
}

/** Whether a URL's host is a machine nearby: by its name, or by an address that isn't one of the public internet. */
export function isNearby(url: URL): boolean {
  const host = hostOf(url).replace(/\.$/, '')
  const isLiteral = url.hostname.startsWith('[') || /^[\d.]+$/.test(host)
  return nearby.test(host) || (isLiteral && !isPublicAddress(host))
}

function isFetchable(url: URL): boolean {
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.username || url.password) return false
  const { host, port } = endpointOf(url)
  const isNamed = url.hostname.startsWith('[') || host.includes('.')
  return isNamed && !nearby.test(host) && isWebPort(port)
}

/** Without the full stop that ends a host's name: it is the same host, and no certificate names it so. */
function withoutLastStop(url: URL): URL {
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1)
  return url
}

/**
 * The URL that a person wrote, if it may be asked: http(s), no credentials, a host that isn't nearby by its name, a port
 * of the web. What browsers silently mend (backslashes, a missing slash, spaces before) is refused: two programs that
 * read an address differently are how a check is talked round.
 */
export function parseWritten(address: string): URL | null {
  if (!/^https?:\/\/[^/?#\\\s]+(?:[/?#]|$)/i.test(address) || !isUrl(address)) return null
  const url = withoutLastStop(new URL(address))
  return isFetchable(url) ? url : null
}

/** Where a `Location` leads (RFC 9110, 10.2.2: relative to what was asked, keeping its fragment), if it may be asked. */
export function parseRedirect(location: string, from: URL): URL | null {
  // Node reads headers as Latin-1; servers write UTF-8 in them.
  const text = Buffer.from(location, 'latin1').toString('utf8')
  if (!isUrl(text, from.href)) return null
  const url = withoutLastStop(new URL(text, from.href))
  if (!url.hash) url.hash = from.hash
  return isFetchable(url) ? url : null
}
