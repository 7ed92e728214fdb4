/** The kinds of pages, in the order in which they are listed. */
export const sitemapKinds = ['pages', 'issues', 'items', 'topics', 'authors', 'sites'] as const
export type SitemapKind = (typeof sitemapKinds)[number]

/** `number`: from 1 within its kind. */
export type Part = { kind: SitemapKind; number: number }
/** `lastModified`: an instant, null where nothing tells. */
export type SitemapUrl = { path: string; lastModified: string | null }

/**
 * https://www.sitemaps.org/protocol.html allows 50,000 addresses and 50 MB. A slug has 200 characters at most, each of
 * which takes nine in an address, so that many never come to so much.
 */
export const MOST_ADDRESSES = 50_000

/** The parts that so many addresses make; a kind without any has none, but for the pages that are always there. */
export function partsOf(counts: Record<SitemapKind, number>): Part[] {
  return sitemapKinds.flatMap((kind) => {
    const length = Math.max(Math.ceil(counts[kind] / MOST_ADDRESSES), kind === 'pages' ? 1 : 0)
    return Array.from({ length }, (_, index) => ({ kind, number: index + 1 }))
  })
}

/** Whether one file can hold all of them, the pages that are always there included. */
export function fitsOne(counts: Record<SitemapKind, number>): boolean {
  const FIXED = 10
  return Object.values(counts).reduce((sum, count) => sum + count, FIXED) <= MOST_ADDRESSES
}

/** `items-2` for the second part of the items. */
export const nameOfPart = ({ kind, number }: Part): string => `${kind}-${number}`

/** The part of that name; null where it is none. */
export function partOf(name: string): Part | null {
  const [, kind, number] = /^([a-z]+)-([1-9]\d{0,3})$/.exec(name) ?? []
  const known = sitemapKinds.find((one) => one === kind)
  return known ? { kind: known, number: Number(number) } : null
}
