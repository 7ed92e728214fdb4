import { randomUUID } from 'node:crypto'
import { generateNKeysBetween } from 'fractional-indexing'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { lockSections } from '@/lib/issues/commands/arrange'
import { contentOf } from '@/lib/transfer/contents'
import { matchItems } from '@/lib/transfer/match-items'
import type { PlannedIssue } from '@/lib/transfer/plan'
import type { ParsedItem } from '@/lib/transfer/schema'
import { rowOf, writeSponsors } from './write-issue'

type KnownItem = { id: string; headline: string | null; url: string | null; blurb: string; version: number }

/** Every field given was last saved with this version, so an editor who is at work on an older one is told. */
function savedWith(fields: object, version: number) {
  return { version, fieldVersions: Object.fromEntries(Object.keys(fields).map((name) => [name, version])) }
}

/** Waits for saves under way, so that what is read next has their text and their versions. */
async function lockContents(tx: Tx, issueId: string): Promise<void> {
  const sections = await tx.section.findMany({ where: { issueId }, select: { id: true } })
  const ids = sections.map((section) => section.id)
  await lockSections(tx, ids)
  await tx.$queryRaw`
    SELECT "id" FROM "Item" WHERE "sectionId" = ANY(${ids}::uuid[]) AND "removedAt" IS NULL ORDER BY "id" FOR UPDATE`
}

/** Takes all sections and items out of the issue; those that the source has too are put back under their ids. */
async function takeOut(tx: Tx, issueId: string) {
  await lockContents(tx, issueId)
  const sections = await tx.section.findMany({
    where: { issueId, removedAt: null },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      title: true,
      version: true,
      items: {
        where: { removedAt: null },
        orderBy: { position: 'asc' },
        select: { id: true, headline: true, url: true, blurb: true, version: true },
      },
    },
  })
  const gone = { removedAt: now(), removalId: randomUUID() }
  const sectionIds = sections.map((section) => section.id)
  await tx.item.updateMany({ where: { sectionId: { in: sectionIds }, removedAt: null }, data: gone })
  await tx.section.updateMany({ where: { id: { in: sectionIds } }, data: gone })
  return sections
}

async function putItems(tx: Tx, sectionId: string, items: ParsedItem[], matched: Map<ParsedItem, KnownItem>) {
  const keys = generateNKeysBetween(null, null, items.length)
  for (const [index, item] of items.entries()) {
    const content = contentOf(item)
    const place = { sectionId, position: keys[index] ?? '', removedAt: null, removalId: null }
    const known = matched.get(item)
    if (known) {
      const data = { ...content, ...place, ...savedWith(content, known.version + 1) }
      await tx.item.update({ where: { id: known.id }, data })
    } else await tx.item.create({ data: { ...content, ...place } })
  }
}

/** An issue whose date was wrong, or only estimated, stands in the archive where its true date puts it. */
async function moveInArchive(tx: Tx, issueId: string, { date, publishedAt }: PlannedIssue) {
  const where = { issueId, date: { not: new Date(`${date}T00:00:00Z`) } }
  await tx.archivedIssue.updateMany({ where, data: { publishedAt } })
}

/**
 * Makes an issue's rows what the source says. Sections of the same title and items that can be told again keep their
 * ids, so that links to them and feeds stay right; what the source lacks is removed. The caller holds the issue's lock.
 */
export async function overwriteIssue(tx: Tx, issueId: string, planned: PlannedIssue): Promise<void> {
  const { issue } = planned
  const before = await takeOut(tx, issueId)
  const matched = matchItems<KnownItem, ParsedItem>(
    before.flatMap((section) => section.items),
    issue.sections.flatMap((section) => section.items),
  )
  const free = new Set(before)
  const keys = generateNKeysBetween(null, null, issue.sections.length)
  const sectionIds: string[] = []
  for (const [index, section] of issue.sections.entries()) {
    const fields = { title: section.title, layout: section.layout }
    const place = { position: keys[index] ?? '', removedAt: null, removalId: null }
    const known = [...free].find((one) => one.title === section.title)
    if (known) free.delete(known)
    const id = known?.id ?? randomUUID()
    if (known) {
      await tx.section.update({
        where: { id },
        data: { ...fields, ...place, ...savedWith(fields, known.version + 1) },
      })
    } else await tx.section.create({ data: { id, issueId, ...fields, ...place } })
    await putItems(tx, id, section.items, matched)
    sectionIds.push(id)
  }
  await tx.sponsorPart.deleteMany({ where: { issueId, slotId: null } })
  await writeSponsors(tx, issueId, issue, sectionIds)
  const { version } = await tx.issue.findUniqueOrThrow({ where: { id: issueId }, select: { version: true } })
  const { slug, ...others } = rowOf(planned)
  const row = issue.slug === null ? others : { ...others, slug }
  await tx.issue.update({ where: { id: issueId }, data: { ...row, ...savedWith(row, version + 1) } })
  await moveInArchive(tx, issueId, planned)
}
