import type { IssueDocument } from '@/lib/document/schema'
import { plainSummary } from './markdown/plain-summary'

/** What search results and shared links show of a page; longer texts are cut there anyway. */
const LENGTH = 200

/**
 * An issue in one or two sentences: its preheader, else its intro, else the first blurbs, else what it links to.
 * Plain text, at most 200 characters; empty where the issue has no words at all.
 */
export function summaryOf({ issue, sections }: IssueDocument): string {
  const items = sections.flatMap((section) => section.items)
  const blurbs = items.map((item) => item.blurb).filter((blurb) => blurb.trim())
  const headlines = items.flatMap((item) => item.headline ?? [])
  if (issue.preheader) return issue.preheader
  return plainSummary(issue.intro ?? (blurbs.slice(0, 3).join('\n\n') || headlines.join(' · ')), LENGTH)
}
