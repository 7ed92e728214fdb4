import { withoutNoChars } from '@/lib/render/xml'
import type { Feed, FeedEntry } from './feed'

/** Absent rather than empty, as the format wants what is optional. */
const some = <T>(list: T[]) => (list.length > 0 ? list : undefined)

function itemOf(entry: FeedEntry, { lang }: Feed) {
  return {
    id: entry.id,
    url: entry.url,
    external_url: entry.about ?? undefined,
    _gleaner: entry.issue ? { issue: entry.issue } : undefined,
    title: entry.title || undefined,
    content_html: entry.html,
    summary: entry.summary || undefined,
    date_published: entry.publishedAt,
    date_modified: entry.updatedAt,
    authors: some(entry.authors.map((name) => ({ name }))),
    tags: some(entry.topics),
    language: entry.lang === lang ? undefined : entry.lang,
  }
}

/** The feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). @param self its own address */
export function writeJsonFeed(feed: Feed, self: string): string {
  const value = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: self,
    description: feed.description || undefined,
    icon: feed.icon,
    authors: [{ name: feed.publisher, url: feed.site }],
    language: feed.lang,
    hubs: feed.hub ? [{ type: 'WebSub', url: feed.hub }] : undefined,
    items: feed.entries.map((entry) => itemOf(entry, feed)),
  }
  const clean = (_key: string, part: unknown) => (typeof part === 'string' ? withoutNoChars(part) : part)
  return `${JSON.stringify(value, clean, 2)}\n`
}
