import { type Xml, xml, xmlDocument } from '@/lib/render/xml'
import { type Feed, type FeedEntry, updatedAtOf } from './feed'

/** Atom wants a date even of a feed in which nothing has changed yet, and one that stays the same. */
const NEVER = '1970-01-01T00:00:00.000Z'

const person = (element: string, name: string, uri: string | null = null) =>
  xml(element, {}, xml('name', {}, name), uri ? xml('uri', {}, uri) : null)

function writeEntry(entry: FeedEntry, { lang }: Feed): Xml {
  return xml(
    'entry',
    { 'xml:lang': entry.lang === lang ? null : entry.lang },
    xml('id', {}, entry.id),
    xml('title', {}, entry.title),
    xml('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
    entry.about ? xml('link', { rel: 'related', href: entry.about }) : null,
    entry.issue ? xml('link', { rel: 'collection', href: entry.issue }) : null,
    xml('published', {}, entry.publishedAt),
    xml('updated', {}, entry.updatedAt),
    entry.authors.map((name) => person('author', name)),
    entry.topics.map((term) => xml('category', { term })),
    entry.summary === '' ? null : xml('summary', {}, entry.summary),
    xml('content', { type: 'html' }, entry.html),
  )
}

/** The feed in Atom (RFC 4287). @param self its own address, which is its id too */
export function writeAtom(feed: Feed, self: string): string {
  const root = xml(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.lang },
    xml('id', {}, self),
    xml('title', {}, feed.title),
    xml('subtitle', {}, feed.description),
    xml('updated', {}, updatedAtOf(feed) ?? NEVER),
    xml('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    xml('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
    feed.hub ? xml('link', { rel: 'hub', href: feed.hub }) : null,
    person('author', feed.publisher, feed.site),
    xml('generator', {}, 'Gleaner'),
    xml('icon', {}, feed.icon),
    feed.entries.map((entry) => writeEntry(entry, feed)),
  )
  return xmlDocument(root)
}
