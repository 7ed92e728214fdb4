import { Feed } from 'feed'
import type { IssueDocument } from '@/lib/document/schema'
import type { PublicationView } from '@/lib/publication/schema'
import { issueToFeed } from './issue-feed'
import { issuePath } from './issue-path'
import { summaryOf } from './issue-summary'
import type { Site } from './site'

type Entry = { issueId: string; document: IssueDocument }
/** `at`: instant that stands as the date of the build while there is no issue. */
type Where = Site & { at: Date }

/** What XML 1.0 can't hold (production 2, Char), and half of a character that was cut in two. */
const noXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Plain text for XML. The library mends only the first end of a CDATA section in a text, so none may reach it. */
const clean = (text: string) => text.replace(noXml, '').replaceAll(']]>', ']] >')

/** HTML for XML. */
const cleanHtml = (html: string) => html.replace(noXml, '').replaceAll(']]>', ']]&gt;')

/** Plain text where feed readers expect HTML. */
const asHtml = (text: string) =>
  cleanHtml(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'))

function latest(entries: readonly Entry[], at: Date): Date {
  const times = entries.map(({ document }) => Date.parse(document.issue.updatedAt))
  return times.length > 0 ? new Date(Math.max(...times)) : at
}

/**
 * The feed as RSS 2.0, with the whole text of each issue. An entry's id is made from the issue's, which neither a
 * correction nor a new address changes, so that no reader sees an issue twice.
 */
export function writeRss(
  publication: PublicationView,
  entries: readonly Entry[],
  { origin, at, sponsorLinks }: Where,
): string {
  const feed = new Feed({
    title: clean(publication.name),
    description: clean(publication.tagline || publication.name),
    link: `${origin}/`,
    feed: `${origin}/feed.xml`,
    language: publication.lang,
    updated: latest(entries, at),
    generator: 'Gleaner',
  })
  for (const { issueId, document } of entries) {
    const { issue } = document
    feed.addItem({
      title: clean(issue.title),
      id: `urn:uuid:${issueId}`,
      link: `${origin}${issuePath(issue.slug)}`,
      date: new Date(issue.publishedAt),
      description: asHtml(summaryOf(document)),
      content: cleanHtml(issueToFeed(document, { origin, sponsorLinks })),
      // RSS has no word for a change; Atom's is known to readers of both.
      extensions: [{ name: 'atom:updated', objects: { _text: issue.updatedAt } }],
    })
  }
  return feed.rss2()
}
