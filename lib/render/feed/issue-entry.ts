import type { IssueDocument } from '@/lib/document/schema'
import { issueToFeed } from '@/lib/render/issue-feed'
import { issuePath } from '@/lib/render/issue-path'
import { summaryOf } from '@/lib/render/issue-summary'
import type { Site } from '@/lib/render/site'
import type { FeedEntry } from './feed'

/** A whole issue as an entry. Its id is made from the issue's, so that no reader sees an issue twice. */
export function issueEntry(issueId: string, document: IssueDocument, site: Site): FeedEntry {
  const { title, slug, publishedAt, updatedAt, lang } = document.issue
  const topics = document.sections.flatMap(({ items }) => items.flatMap((item) => item.topics))
  return {
    id: `urn:uuid:${issueId}`,
    url: `${site.origin}${issuePath(slug)}`,
    about: null,
    issue: null,
    title,
    summary: summaryOf(document),
    html: issueToFeed(document, site),
    publishedAt,
    updatedAt,
    lang,
    authors: [],
    topics: [...new Set(topics)],
  }
}
