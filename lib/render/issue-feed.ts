import type { ElementContent } from 'hast'
import type { Direction, IssueDocument } from '@/lib/document/schema'
import { correctionToFeed } from './blocks/correction'
import { proseToFeed } from './blocks/prose'
import { sectionToFeed } from './blocks/section'
import { sponsorToFeed } from './blocks/sponsor'
import { element } from './hast'
import { hastToHtml } from './markdown/hast-html'
import type { Site } from './site'
import { placeSponsors } from './sponsor-places'

/** A feed reader shows a text inside a page of its own, which knows neither its direction nor another language. */
export function inOwnLanguage(
  children: ElementContent[],
  { lang, dir }: { lang: string; dir: Direction },
  { lang: around = lang }: Site,
): ElementContent[] {
  const own = { ...(lang === around ? {} : { lang }), ...(dir === 'rtl' ? { dir } : {}) }
  return Object.keys(own).length > 0 ? [element('div', own, children)] : children
}

/** The whole issue as HTML for feed readers: no class, no id, no style, every address absolute. */
export function issueToFeed(document: IssueDocument, site: Site): string {
  const { issue, sections } = document
  const { dir } = issue
  const placed = placeSponsors(document)
  const sponsor = (part: (typeof placed.top)[number]) => sponsorToFeed({ sponsor: part, dir, site })
  const children = [
    ...correctionToFeed({ text: issue.correction, issue }),
    ...placed.top.flatMap(sponsor),
    ...proseToFeed({ text: issue.intro, dir }),
    ...sections.flatMap((section) => [
      ...sectionToFeed({ section, issue }),
      ...(placed.after.get(section.id) ?? []).flatMap(sponsor),
    ]),
    ...proseToFeed({ text: issue.outro, dir }),
    ...placed.bottom.flatMap(sponsor),
  ]
  return hastToHtml(inOwnLanguage(children, issue, site))
}
