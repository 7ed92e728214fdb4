import { getDomain } from 'tldts'

/** The host without `www.`, as people say it. */
export const hostIn = (address: string): string => new URL(address).hostname.replace(/^www\./, '')

/** What one owner has: the registrable domain, private suffixes (github.io) counted; of a bare IP address, itself. */
export const ownerOf = (address: string): string =>
  getDomain(address, { allowPrivateDomains: true }) ?? new URL(address).hostname

const homes = /^\/?((index|home|default)(\.\w+)?\/?)?$/i
const isLanguage = (segment: string) => /^[a-z]{2}([-_][a-z]{2})?$/i.test(segment)

/** Whether a path is a site's front page, the one of a language included. */
export function isHome(url: URL): boolean {
  const [first = '', ...rest] = url.pathname.split('/').slice(1)
  return homes.test(url.pathname) || (isLanguage(first) && homes.test(`/${rest.join('/')}`))
}

/** Whether a query says which page is meant, as sites have it whose paths don’t: `/?p=941`. */
export function namesPage({ searchParams }: URL): boolean {
  return [...searchParams].some(
    ([name, value]) => value !== '' && /^(?:p|page_?id|id|post|article|story|item|v)$/i.test(name),
  )
}

/** Whether a page that was written has become the front page, and nothing in the address tells of the page. */
export function fellHome(written: URL, final: URL): boolean {
  if (isHome(written) || !isHome(final) || final.hash !== written.hash) return false
  return [...final.searchParams.keys()].every((name) => written.searchParams.has(name))
}

const gates =
  /^(?:log-?in|sign-?in|sign-?up|register|auth|oauth2?|sso|consent|captcha|challenge|paywall|subscribe)$/i

/** Whether an address is where a site asks people who they are, or for their consent, before it shows a page. */
export function isGate(url: URL): boolean {
  const label = url.hostname.split('.')[0] ?? ''
  return (
    /^(?:login|signin|accounts?|auth|sso|consent|id)$/.test(label) ||
    url.pathname.split('/').some((segment) => gates.test(segment.replace(/\.\w+$/, '')))
  )
}
