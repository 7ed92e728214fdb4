import { isUrl } from '@/lib/address/is-url'

const allowed = new Set(['http:', 'https:', 'mailto:'])

function parse(address: string): URL | null {
  const trimmed = address.trim()
  return isUrl(trimmed) ? new URL(trimmed) : null
}

/**
 * The address as written if a reader may follow it, else null: absolute, and `http`, `https` or `mailto` only. The
 * WHATWG parser decides, so what hides a scheme from a pattern (tabs, entities, case) hides nothing here.
 */
export function safeHref(address: string | null | undefined): string | null {
  if (!address) return null
  const url = parse(address)
  return url && allowed.has(url.protocol) ? address.trim() : null
}

/**
 * The address of a picture, or null where it may not be loaded: a path of ours, made absolute where an origin
 * (`https://tides.example`) is given, or an absolute `http` or `https` address as written. A path that the WHATWG parser
 * takes to another host (`//x`, `/\\x`) is none of ours.
 */
export function imageSrc(address: string, origin = ''): string | null {
  const trimmed = address.trim()
  if (!trimmed.startsWith('/')) {
    const href = safeHref(trimmed)
    return href && parse(href)?.protocol !== 'mailto:' ? href : null
  }
  const nowhere = 'https://nowhere.invalid'
  const isOurs = isUrl(trimmed, nowhere) && new URL(trimmed, nowhere).origin === nowhere
  return isOurs ? `${origin}${trimmed}` : null
}

/**
 * Where the Internet Archive shows a page as it was on a day, from the address alone: nothing is asked, and its
 * nearest copy comes up, if there is one. Null for what it can't have, or is a copy itself. Credentials stay out.
 * @param date calendar date, `2016-09-25`
 */
export function archivedCopy(address: string | null, date: string): string | null {
  const url = parse(safeHref(address) ?? '')
  if (
    !url ||
    url.protocol === 'mailto:' ||
    /(?:^|\.)(?:web\.archive\.org|archive\.(?:ph|today|is))$/.test(url.hostname)
  )
    return null
  url.username = ''
  url.password = ''
  url.hash = ''
  return `https://web.archive.org/web/${date.replaceAll('-', '')}/${url.href}`
}

/** What to print for an address: its host without `www.` (punycode as it is: no look-alikes), or the mailbox. */
export function hostOf(address: string): string {
  const url = parse(address)
  if (!url) return address.trim()
  if (url.protocol === 'mailto:') return url.pathname
  return url.hostname.replace(/^www\./, '') || address.trim()
}
