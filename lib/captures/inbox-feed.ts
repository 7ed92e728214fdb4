import { readByline } from '@/lib/archive/byline'
import { tongueIn } from '@/lib/document/language'
import type { PublicationView } from '@/lib/publication/schema'
import type { Feed, FeedEntry } from '@/lib/render/feed/feed'
import { hastToHtml } from '@/lib/render/markdown/hast-html'
import { plainSummary } from '@/lib/render/markdown/plain-summary'
import { markdownToHast } from '@/lib/render/markdown/to-hast'
import { blurbOfCapture, nameOfCapture } from './rules'
import type { CaptureRow } from './schema'

const SUMMARY = 200

/** A capture as an entry that leads to the page itself, which is what apps for reading and listening fetch. */
function entryOf(row: CaptureRow, publication: PublicationView): FeedEntry {
  const blurb = blurbOfCapture(row)
  const { byline = '', lang: own = null, dir: ownDir = null } = row.extras
  const { lang, dir } = tongueIn(publication, { lang: own, dir: ownDir })
  return {
    id: `urn:uuid:${row.id}`,
    url: row.url,
    about: null,
    issue: null,
    title: nameOfCapture(row),
    summary: plainSummary(blurb, SUMMARY),
    html: hastToHtml(markdownToHast(blurb, { dir }).children),
    publishedAt: row.capturedAt,
    updatedAt: row.capturedAt,
    lang,
    authors: readByline(plainSummary(byline, SUMMARY)).map(({ name }) => name),
    topics: [],
  }
}

/** What waits in the inbox as a feed, in its order. @param origin of this site */
export function inboxFeed(rows: readonly CaptureRow[], publication: PublicationView, origin: string): Feed {
  return {
    title: `${publication.name}: inbox`,
    description: 'Links captured and not placed yet. This address is yours alone.',
    lang: publication.lang,
    publisher: publication.name,
    site: `${origin}/`,
    page: `${origin}/admin/inbox`,
    icon: `${origin}/icon.png`,
    hub: null,
    entries: rows.map((row) => entryOf(row, publication)),
  }
}
