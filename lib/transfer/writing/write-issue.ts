import { randomUUID } from 'node:crypto'
import { generateNKeysBetween } from 'fractional-indexing'
import type { Tx } from '@/lib/db/db'
import { contentOf } from '@/lib/transfer/contents'
import type { PlannedIssue } from '@/lib/transfer/plan'
import type { ParsedIssue, ParsedSection, ParsedSponsor } from '@/lib/transfer/schema'

/** What an issue's own row holds of a source. */
export function rowOf({ issue, slug, date }: PlannedIssue) {
  const { number, title, subject, preheader, intro, outro, lang, dir } = issue
  return {
    number,
    slug,
    title,
    subject: subject ?? '',
    preheader: preheader ?? '',
    intro: intro ?? '',
    outro: outro ?? '',
    date: new Date(`${date}T00:00:00Z`),
    lang,
    dir,
  }
}

async function writeItems(tx: Tx, sectionId: string, { items }: ParsedSection) {
  const keys = generateNKeysBetween(null, null, items.length)
  const rows = items.map((item, index) => ({ ...contentOf(item), sectionId, position: keys[index] ?? '' }))
  await tx.item.createMany({ data: rows })
}

function placeOf(at: ParsedSponsor['at'], sectionIds: string[]): { at: string; sectionId: string | null } {
  if (typeof at === 'string') return { at, sectionId: null }
  const sectionId = sectionIds[at.after]
  return sectionId ? { at: 'after', sectionId } : { at: 'bottom', sectionId: null }
}

/** Writes the sponsor's parts of an issue, which lie beside its sections. */
export async function writeSponsors(tx: Tx, issueId: string, issue: ParsedIssue, sectionIds: string[]) {
  const keys = generateNKeysBetween(null, null, issue.sponsors.length)
  const rows = issue.sponsors.map(({ at, label, sponsor, headline, text, callToAction, url }, index) => {
    const part = { label, sponsor, headline, text, callToAction, url }
    return { ...part, ...placeOf(at, sectionIds), issueId, position: keys[index] ?? '' }
  })
  await tx.sponsorPart.createMany({ data: rows })
}

/** Writes a new issue with its sections, items and sponsor's parts; readers see it once it has an edition. */
export async function writeNewIssue(tx: Tx, planned: PlannedIssue): Promise<string> {
  const { issue } = planned
  const { id } = await tx.issue.create({
    data: { ...rowOf(planned), state: 'PUBLISHED' },
    select: { id: true },
  })
  const keys = generateNKeysBetween(null, null, issue.sections.length)
  const sectionIds: string[] = []
  for (const [index, section] of issue.sections.entries()) {
    const row = {
      id: randomUUID(),
      title: section.title,
      layout: section.layout,
      position: keys[index] ?? '',
    }
    await tx.section.create({ data: { ...row, issueId: id } })
    await writeItems(tx, row.id, section)
    sectionIds.push(row.id)
  }
  await writeSponsors(tx, id, issue, sectionIds)
  return id
}
