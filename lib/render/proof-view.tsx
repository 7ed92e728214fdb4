import { Fragment, type ReactNode } from 'react'
import type { IssueDocument } from '@/lib/document/schema'
import { IssueHead } from './blocks/issue-head'
import { Section } from './blocks/section'
import { Sponsor } from './blocks/sponsor'
import { placeSponsors } from './sponsor-places'

const Masked = ({ children }: { children: ReactNode }) => (
  <div className="masked" inert>
    {children}
  </div>
)

/** A masked issue as a page: the sponsor's message reads as readers will read it, the rest is there to be seen only. */
export function ProofView({ document }: { document: IssueDocument }) {
  const { dir } = document.issue
  const placed = placeSponsors(document)
  const parts = (sponsors: typeof placed.top = []) =>
    sponsors.map((sponsor) => <Sponsor key={sponsor.id} sponsor={sponsor} dir={dir} />)
  return (
    <div className="issue">
      <p className="unseen">A proof: everything but your message is masked.</p>
      <Masked>
        <IssueHead issue={document.issue} href={undefined} />
      </Masked>
      {parts(placed.top)}
      {document.sections.map((section, index) => (
        <Fragment key={section.id}>
          <Masked>
            <Section section={section} issue={document.issue} index={index} />
          </Masked>
          {parts(placed.after.get(section.id))}
        </Fragment>
      ))}
      {parts(placed.bottom)}
    </div>
  )
}
