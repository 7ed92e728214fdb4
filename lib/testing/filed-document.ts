import type { IssueDocument } from '@/lib/document/schema'
import type { FiledIssue } from './filed-issues'
import { makeDocument, makeItem, makeSection } from './make-document'

/** The document of an issue in the corpus’ format, as publishing it would have made it, without its sponsor. */
export function makeFiledDocument({ number, title, slug, date, intro, sections }: FiledIssue): IssueDocument {
  const publishedAt = `${date}T20:00:00.000Z`
  return makeDocument({
    issue: { number, title, slug, date, intro, publishedAt, updatedAt: publishedAt },
    sections: sections.map(({ items, ...section }) =>
      makeSection({ ...section, items: items.map(makeItem) }),
    ),
  })
}
