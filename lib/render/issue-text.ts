import type { IssueDocument } from '@/lib/document/schema'
import { correctionToText } from './blocks/correction'
import { proseToText } from './blocks/prose'
import { sectionToText } from './blocks/section'
import { sponsorToText } from './blocks/sponsor'
import { placeSponsors } from './sponsor-places'

/** The whole issue as plain text: every word of the page, every address written out. */
export function issueToText(document: IssueDocument): string {
  const { issue, sections } = document
  const placed = placeSponsors(document)
  const blocks = [
    issue.title,
    correctionToText(issue.correction),
    ...placed.top.map(sponsorToText),
    proseToText(issue.intro),
    ...sections.flatMap((section) => [
      sectionToText(section),
      ...(placed.after.get(section.id) ?? []).map(sponsorToText),
    ]),
    proseToText(issue.outro),
    ...placed.bottom.map(sponsorToText),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}
