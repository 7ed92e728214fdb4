import { type Xml, xml, xmlDocument } from '@/lib/render/xml'
import { type Feed, type FeedEntry, updatedAtOf } from './feed'

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
}

/** RFC 822 with a year of four digits, as RSS has its dates. */
const rssDate = (instant: string) => new Date(instant).toUTCString()

function writeItem(entry: FeedEntry): Xml {
  return xml(
    'item',
    {},
    xml('title', {}, entry.title),
    xml('link', {}, entry.url),
    entry.issue ? xml('atom:link', { rel: 'collection', href: entry.issue }) : null,
    xml('guid', { isPermaLink: 'false' }, entry.id),
    xml('pubDate', {}, rssDate(entry.publishedAt)),
    // RSS has no word for a change; Atom's is known to readers of both.
    xml('atom:updated', {}, entry.updatedAt),
    entry.authors.map((name) => xml('dc:creator', {}, name)),
    entry.topics.map((topic) => xml('category', {}, topic)),
    // Readers take a description for HTML, so its own marks are escaped in it once more.
    entry.summary === '' ? null : xml('description', {}, escapeHtml(entry.summary)),
    xml('content:encoded', {}, entry.html),
  )
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The feed as RSS 2.0 (https://www.rssboard.org/rss-specification). @param self its own address */
export function writeRss(feed: Feed, self: string): string {
  const updatedAt = updatedAtOf(feed)
  const link = (rel: string, href: string, type: string | null) => xml('atom:link', { rel, href, type })
  const channel = xml(
    'channel',
    {},
    xml('title', {}, feed.title),
    xml('link', {}, feed.page),
    xml('description', {}, feed.description),
    link('self', self, 'application/rss+xml'),
    feed.hub ? link('hub', feed.hub, null) : null,
    xml('language', {}, feed.lang),
    updatedAt ? xml('lastBuildDate', {}, rssDate(updatedAt)) : null,
    xml('generator', {}, 'Gleaner'),
    // Title and link are those of the channel, as the specification asks.
    xml('image', {}, xml('url', {}, feed.icon), xml('title', {}, feed.title), xml('link', {}, feed.page)),
    feed.entries.map(writeItem),
  )
  return xmlDocument(xml('rss', { version: '2.0', ...namespaces }, channel))
}
