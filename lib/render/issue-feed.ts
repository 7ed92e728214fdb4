import type { IssueDocument } from '@/lib/document/schema'
import { correctionToFeed } from './blocks/correction'
import { proseToFeed } from './blocks/prose'
import { sectionToFeed } from './blocks/section'
import { sponsorToFeed } from './blocks/sponsor'
import { element } from './hast'
import { hastToHtml } from './markdown/hast-html'
import type { Site } from './site'
import { placeSponsors } from './sponsor-places'

/** The whole issue as HTML for feed readers: no class, no id, no style, every address absolute. */
export function issueToFeed(document: IssueDocument, site: Site): string {
  const { issue, sections } = document
  const { dir } = issue
  const placed = placeSponsors(document)
  const sponsor = (part: (typeof placed.top)[number]) => sponsorToFeed({ sponsor: part, dir, site })
  const children = [
    ...correctionToFeed({ text: issue.correction, dir }),
    ...placed.top.flatMap(sponsor),
    ...proseToFeed({ text: issue.intro, dir }),
    ...sections.flatMap((section) => [
      ...sectionToFeed({ section, dir }),
      ...(placed.after.get(section.id) ?? []).flatMap(sponsor),
    ]),
    ...proseToFeed({ text: issue.outro, dir }),
    ...placed.bottom.flatMap(sponsor),
  ]
  // A feed reader shows the text inside a page of its own, which doesn't know the issue's direction.
  return hastToHtml(dir === 'rtl' ? [element('div', { dir }, children)] : children)
}
