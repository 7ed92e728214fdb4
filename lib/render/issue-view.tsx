import { Fragment } from 'react'
import type { IssueNeighbours, IssueWays } from '@/lib/archive/schema'
import type { SponsorLinks } from '@/lib/clicks/schema'
import type { DocumentSponsor, IssueDocument } from '@/lib/document/schema'
import type { PublicationView } from '@/lib/publication/schema'
import { datesCopies } from './block-context'
import { Correction } from './blocks/correction'
import { IssueHead } from './blocks/issue-head'
import { Later } from './blocks/later'
import { Pager } from './blocks/pager'
import { Intro, Outro } from './blocks/prose'
import { Section } from './blocks/section'
import { Sponsor } from './blocks/sponsor'
import { nameSponsors, placeSponsors } from './sponsor-places'
import { wordsOf } from './words/words-of'

type Props = {
  document: IssueDocument
  publication: Pick<PublicationView, 'lang' | 'dir'>
  neighbours?: IssueNeighbours
  /** Where the title leads, on pages that aren't the issue's own. */
  href?: string
  sponsorLinks?: SponsorLinks
  /** Where else readers can go from here; previews lead nowhere. */
  ways?: IssueWays
  /** Calendar date of the day on which it is read. */
  today?: string
}

/**
 * An issue as its readers see it: the same on its own page, on the front page, and in the preview, which renders it
 * again whenever what is written has settled.
 */
export function IssueView({ document, publication, neighbours, href, sponsorLinks, ways, today }: Props) {
  const { issue, sections } = document
  const { dir } = issue
  const placed = placeSponsors(document)
  const inSections = sections.flatMap(({ id }) => placed.after.get(id) ?? [])
  const names = nameSponsors([...placed.top, ...inSections, ...placed.bottom])
  const copiesOf = datesCopies(issue.date, today)
  const parts = (sponsors: DocumentSponsor[] = []) =>
    sponsors.map((sponsor) => (
      <Sponsor
        key={sponsor.id}
        sponsor={sponsor}
        dir={dir}
        links={sponsorLinks}
        name={names.get(sponsor.id)}
      />
    ))
  return (
    <div
      className="issue"
      {...(issue.lang === publication.lang ? {} : { lang: issue.lang })}
      {...(dir === publication.dir ? {} : { dir })}
    >
      <IssueHead issue={issue} href={href} />
      <Correction text={issue.correction} issue={issue} />
      {parts(placed.top)}
      <Intro text={issue.intro} dir={dir} />
      {sections.map((section, index) => (
        <Fragment key={section.id}>
          <Section section={section} issue={issue} index={index} ways={ways?.items} copiesOf={copiesOf} />
          {parts(placed.after.get(section.id))}
        </Fragment>
      ))}
      <Outro text={issue.outro} dir={dir} />
      {parts(placed.bottom)}
      <Later references={ways?.references} context={{ ...issue, words: wordsOf(issue.lang) }} />
      {neighbours && <Pager neighbours={neighbours} around={issue} />}
    </div>
  )
}
