import { siteOf } from '@/lib/links/rules'

/**
 * The longest piece that all addresses of a link hold alike, but for capitals, however they were written: of letters,
 * digits and hyphens in its path and query, or else its site. Empty where that may be written in two ways.
 */
export function tellingPart(canonical: string): string {
  const { hostname, pathname, search } = new URL(canonical)
  const pieces = `${pathname}${search}`.replace(/%[0-9A-F]{2}/g, '/').match(/[A-Za-z0-9-]{4,}/g) ?? []
  const longest = pieces.reduce((piece, other) => (other.length > piece.length ? other : piece), '')
  const site = siteOf(hostname)
  return longest || (/(?:^|\.)xn--/.test(site) ? '' : site)
}
