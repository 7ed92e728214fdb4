const allowed = new Set(['http:', 'https:', 'mailto:'])

function parse(address: string): URL | null {
  const trimmed = address.trim()
  return URL.canParse(trimmed) ? new URL(trimmed) : null
}

/**
 * The address as written if a reader may follow it, else null: absolute, and `http`, `https` or `mailto` only
 * (TRUST.md). The WHATWG parser decides, so what hides a scheme from a pattern (tabs, entities, case) hides
 * nothing here.
 */
export function safeHref(address: string | null | undefined): string | null {
  if (!address) return null
  const url = parse(address)
  return url && allowed.has(url.protocol) ? address.trim() : null
}

/** What to print for an address: its host without `www.` (punycode as it is: no look-alikes), or the mailbox. */
export function hostOf(address: string): string {
  const url = parse(address)
  if (!url) return address.trim()
  if (url.protocol === 'mailto:') return url.pathname
  return url.hostname.replace(/^www\./, '') || address.trim()
}
