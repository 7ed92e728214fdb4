import type { DocumentSponsor, IssueDocument } from '@/lib/document/schema'
import { correctionToText } from './blocks/correction'
import { proseToText } from './blocks/prose'
import { sectionToText } from './blocks/section'
import { sponsorToText } from './blocks/sponsor'
import type { Site } from './site'
import { placeSponsors } from './sponsor-places'

/** The whole issue as plain text: every word of the page, every address written out. */
export function issueToText(document: IssueDocument, { origin }: Pick<Site, 'origin'>): string {
  const { issue, sections } = document
  const placed = placeSponsors(document)
  const sponsor = (part: DocumentSponsor) => sponsorToText(part, origin)
  const blocks = [
    issue.title,
    correctionToText(issue.correction, issue.lang),
    ...placed.top.map(sponsor),
    proseToText(issue.intro),
    ...sections.flatMap((section) => [
      sectionToText(section),
      ...(placed.after.get(section.id) ?? []).map(sponsor),
    ]),
    proseToText(issue.outro),
    ...placed.bottom.map(sponsor),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}
