import { parse } from 'tldts'
import { parseUrl } from '@/lib/address/is-url'
import { isTracking } from './tracking-parameters'

/**
 * A link as it is known: `canonical` is the same for all addresses of one thing, and only for them. It is an identity
 * to compare by, not an address to follow: that is always the one that was written.
 */
export type CanonicalLink = {
  canonical: string
  /** Host of the canonical address, without a port. */
  host: string
  /** Registrable domain of the host (publicsuffix.org, with the private part: `someone.github.io`), or the host. */
  site: string
}

/** Labels of a host that choose a form of the same site, and no site of its own. */
const formLabels = new Set(['www', 'm', 'mobile', 'amp'])

/** Registrable domain of a host: where it ends in a suffix under which people have sites, the name before it. */
export function siteOf(host: string): string {
  return parse(host, { allowPrivateDomains: true }).domain ?? host
}

/** The host in its plain form: `www.` and the like before the registrable domain go, `en.m.wikipedia.org` too. */
export function plainHost(hostname: string): string {
  const host = hostname.replace(/\.$/, '')
  const { domain, subdomain } = parse(host, { allowPrivateDomains: true })
  if (!domain || !subdomain) return host
  const labels = subdomain.split('.').filter((label) => !formLabels.has(label))
  return [...labels, domain].join('.')
}

const unreserved = /[\w.~-]/

/** Octets written in one way (RFC 3986, 6.2.2.1 and 6.2.2.2): unreserved characters plain, hex digits in capitals. */
function plainOctets(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (octet) => {
    const char = String.fromCharCode(Number.parseInt(octet.slice(1), 16))
    return unreserved.test(char) ? char : octet.toUpperCase()
  })
}

/** A segment like a sentence in hyphens, or with an ending: that of an article, which may have an AMP form. */
function isArticle(segment: string): boolean {
  return segment.split('-').length > 2 || /\.html?$/i.test(segment)
}

const isDated = (segments: string[]) => segments.some((segment) => /^(?:19|20)\d\d$/.test(segment))

/**
 * Segments without those that only choose the AMP form. That a page is about AMP, or a repository called so, does not
 * make it one.
 */
function outOfAmp(segments: string[]): string[] {
  const last = segments.at(-1) ?? ''
  const before = segments.at(-2) ?? ''
  if (last.toLowerCase() === 'amp' && (isArticle(before) || isDated(segments))) return segments.slice(0, -1)
  if (segments[0]?.toLowerCase() === 'amp' && isArticle(last)) return segments.slice(1)
  return [...segments.slice(0, -1), last.replace(/\.amp(\.html?)?$/i, '$1')]
}

/** The path of the page itself, without a slash at its end; empty for the root. */
function plainPath(path: string): string {
  const segments = path.split('/').slice(1)
  if (/^(?:index\.(?:html?|php)|default\.aspx?)$/i.test(segments.at(-1) ?? '')) segments.pop()
  while (segments.at(-1) === '') segments.pop()
  return segments.length === 0 ? '' : `/${outOfAmp(segments).join('/')}`
}

function isAmpForm(name: string, value: string): boolean {
  return (name === 'amp' && /^(?:1|true)?$/i.test(value)) || (name === 'outputtype' && value === 'amp')
}

/** The parameters that say which page it is, in the order of their names; those of one name keep theirs. */
function plainQuery(search: string, site: string): string {
  const parts = search
    .slice(1)
    .split('&')
    .filter(Boolean)
    .map((part) => {
      const [name = '', ...rest] = plainOctets(part.replaceAll('+', '%20')).split('=')
      return { name, value: rest.join('=') }
    })
    .filter(({ name, value }) => !isTracking(name, site) && !isAmpForm(name.toLowerCase(), value))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  return parts.map(({ name, value }) => (value === '' ? name : `${name}=${value}`)).join('&')
}

/**
 * Fragments that choose what is shown rather than where to begin reading: routes of a page that is a program (`#!…`,
 * `#/…`), and an item of an issue of ours.
 */
function plainFragment(hash: string): string {
  return /^#(?:!|\/|item-[0-9a-f-]{36}$)/.test(hash) ? hash.replace(/:~:.*$/, '') : ''
}

/** An address inside a cache of AMP pages (Google's viewer, ampproject.org) as that of the page itself. */
function outOfAmpCache({ hostname, pathname, search }: URL): string | null {
  const isViewer = /^(?:www\.)?google\.[a-z.]+$/.test(hostname)
  const path = isViewer ? /^\/amp\/(s\/)?(.+)$/.exec(pathname) : null
  const cached = hostname.endsWith('.cdn.ampproject.org') ? /^\/[cvi]\/(s\/)?(.+)$/.exec(pathname) : null
  const found = path ?? cached
  return found?.[2] ? `${found[1] ? 'https' : 'http'}://${found[2]}${search}` : null
}

function webAddress(address: string): URL | null {
  const url = parseUrl(address)
  return url && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null
}

/**
 * The link that an address leads to, told from the address alone: scheme, `www.` and mobile hosts, AMP forms, default
 * ports, trailing slashes, index files, fragments, credentials and tracking parameters don't make another link, nor
 * does the order of the parameters. Case of path and query does.
 * @param address as written
 * @returns null where it is no web address (`http`, `https`)
 */
export function canonicalLink(address: string): CanonicalLink | null {
  const given = webAddress(address.trim())
  if (!given) return null
  const inner = outOfAmpCache(given)
  const url = (inner && webAddress(inner)) || given
  const host = plainHost(url.hostname)
  const site = siteOf(host)
  const port = url.port === '' ? '' : `:${url.port}`
  const query = plainQuery(url.search, site)
  const path = plainPath(plainOctets(url.pathname))
  const canonical = `https://${host}${port}${path}${query && `?${query}`}${plainFragment(url.hash)}`
  return { canonical, host, site }
}

/**
 * The address without what says only how somebody came to it: tracking parameters, forms for a telephone or a cache of
 * AMP pages, a text fragment, credentials. All else stays as it was written, the scheme too: an identity
 * (`canonicalLink`) is no address to follow. Offered to the curator, never taken unasked.
 * @returns null where there is nothing to clean, or no web address
 */
export function cleanAddress(address: string): string | null {
  const given = webAddress(address.trim())
  if (!given) return null
  const inner = outOfAmpCache(given)
  const url = (inner && webAddress(inner)) || given
  const host = formHost(url.hostname)
  const site = siteOf(host)
  const isKept = (part: string) => {
    const [name = '', ...rest] = part.split('=')
    return !isTracking(name, site) && !isAmpForm(name.toLowerCase(), rest.join('='))
  }
  const query = url.search.slice(1).split('&').filter(isKept).join('&')
  const segments = url.pathname.split('/').slice(1)
  const isSlashed = segments.at(-1) === '' && segments.length > 1
  const path = outOfAmp(isSlashed ? segments.slice(0, -1) : segments).join('/')
  const port = url.port === '' ? '' : `:${url.port}`
  const ending = isSlashed ? '/' : ''
  const clean = `${url.protocol}//${host}${port}/${path}${ending}${query && `?${query}`}${url.hash.replace(/:~:.*$/, '').replace(/^#$/, '')}`
  return clean === url.href && url === given ? null : clean
}

/** The host without the labels that choose a form for a telephone or AMP; `www.` stays, some sites need it. */
function formHost(hostname: string): string {
  const { domain, subdomain } = parse(hostname, { allowPrivateDomains: true })
  if (!domain || !subdomain) return hostname
  return [...subdomain.split('.').filter((label) => label === 'www' || !formLabels.has(label)), domain].join(
    '.',
  )
}
