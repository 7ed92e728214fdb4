import type { DocumentSponsor, IssueDocument } from '@/lib/document/schema'

export type PlacedSponsors = {
  top: DocumentSponsor[]
  after: Map<string, DocumentSponsor[]>
  bottom: DocumentSponsor[]
}

/**
 * Where each sponsor's part stands. One that is to follow a section that the document doesn't hold, or that has
 * nothing in it, stands at the bottom: what was sold is never left out.
 */
export function placeSponsors({ sections, sponsors }: IssueDocument): PlacedSponsors {
  const shown = new Set(sections.filter((section) => section.items.length > 0).map((section) => section.id))
  const placed: PlacedSponsors = { top: [], after: new Map(), bottom: [] }
  for (const sponsor of sponsors) {
    if (sponsor.at === 'top') placed.top.push(sponsor)
    else if (sponsor.at !== 'bottom' && shown.has(sponsor.at.after)) {
      placed.after.set(sponsor.at.after, [...(placed.after.get(sponsor.at.after) ?? []), sponsor])
    } else placed.bottom.push(sponsor)
  }
  return placed
}

/**
 * What each part is called by those who go through a page by its landmarks: its label, with a number behind where another
 * before it has the same.
 */
export function nameSponsors(sponsors: readonly DocumentSponsor[]): Map<string, string> {
  const seen = new Map<string, number>()
  return new Map(
    sponsors.map(({ id, label }) => {
      const count = (seen.get(label) ?? 0) + 1
      seen.set(label, count)
      return [id, count === 1 ? label : `${label} (${count})`]
    }),
  )
}
