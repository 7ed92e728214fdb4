import { stringify } from 'yaml'
import type { DocumentSponsor, IssueDocument } from '@/lib/document/schema'
import { proseToMarkdown } from './blocks/prose'
import { sectionToMarkdown } from './blocks/section'
import { sponsorToMarkdown } from './blocks/sponsor'
import { placeSponsors } from './sponsor-places'

function frontMatter({ issue }: IssueDocument, url: string): string {
  const { number, slug, date, lang, dir, subject, preheader } = issue
  const fields = { title: issue.title, number, slug, date, url, lang, dir, subject, preheader }
  const known = Object.entries(fields).filter(([, value]) => value !== null)
  return `---\n${stringify(Object.fromEntries(known), { lineWidth: 0, schema: 'core' })}---`
}

/**
 * The whole issue as the Markdown that `npm run import` reads back: front matter, `##` for sections, `###` for
 * headlines, a list for rows, italics for credit and disclosure. `url` is the issue's own address.
 */
export function issueToMarkdown(document: IssueDocument, url: string): string {
  const { issue, sections } = document
  const placed = placeSponsors(document)
  const { origin } = new URL(url)
  const sponsor = (part: DocumentSponsor) => sponsorToMarkdown(part, origin)
  const blocks = [
    frontMatter(document, url),
    proseToMarkdown(issue.intro),
    ...placed.top.map(sponsor),
    ...sections.flatMap((section) => [
      sectionToMarkdown(section),
      ...(placed.after.get(section.id) ?? []).map(sponsor),
    ]),
    // One rule begins a note, so two begin the outro.
    issue.outro ? `***\n\n***\n\n${proseToMarkdown(issue.outro)}` : '',
    ...placed.bottom.map(sponsor),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}
