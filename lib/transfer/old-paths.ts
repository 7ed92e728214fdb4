import { isUrl } from '@/lib/address/is-url'

/** What has its own page here can't lead elsewhere. */
const taken =
  /^\/(?:$|issues$|(?:topics|search|subscribe|unsubscribe|sponsor|sign-in|admin|api|_next|preview)(?:\/|$)|(?:feed|atom|sitemap|robots|icon)\.)/

/** The slug of the issue that a path would be the address of, if there is one; each form of a page belongs to it. */
export function slugOfPath(path: string): string | null {
  return /^\/issues\/([^/]+?)(?:\.md|\.json)?\/?$/.exec(path)?.[1] ?? null
}

/**
 * The path that an issue had before, with a slash at its end and without, since an address is looked up as it was
 * sent. None when it is the new one, when the address has no path of its own, or when a page of ours is there.
 */
export function oldPathsOf(oldAddress: string | null, slug: string, appUrl: string): string[] {
  if (oldAddress === null || !isUrl(oldAddress, appUrl)) return []
  const { pathname, search } = new URL(oldAddress, appUrl)
  const path = pathname.replace(/\/+$/, '') || '/'
  if (search !== '' || path === `/issues/${slug}` || taken.test(path)) return []
  return [path, `${path}/`]
}
