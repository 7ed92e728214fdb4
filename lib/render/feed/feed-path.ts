import { type FeedFormat, feedFormats } from './formats'

/** What a feed can be of, by the path of the page that it follows; the empty one is the front page. */
export type Followed = { path: string; query?: string }

/** The whole issues. */
export const allIssues: Followed = { path: '' }

/** Single items, of all issues. */
export const allItems: Followed = { path: '/items' }

/** The items of the sections of one name. */
export const sectionItems = (slug: string): Followed => ({ path: `/sections/${encodeURIComponent(slug)}` })

/** Path of a page's feed: `/topics/tides` → `/topics/tides/atom.xml`. */
export function feedPath({ path, query = '' }: Followed, format: FeedFormat): string {
  return `${path}/${feedFormats[format].file}${query && `?${query}`}`
}

/** What the head of a page says of its feeds, by media type. @param title of the feed */
export function feedLinks(
  followed: Followed,
  title: string,
): Record<string, { url: string; title: string }[]> {
  return Object.fromEntries(
    (Object.keys(feedFormats) as FeedFormat[]).map((format) => [
      feedFormats[format].type,
      [{ url: feedPath(followed, format), title }],
    ]),
  )
}
