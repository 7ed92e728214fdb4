import { randomUUID } from 'node:crypto'
import { archiveItems } from '@/lib/archive/commands/archive-items'
import { db } from '@/lib/db/db'
import { loadDraftIn } from '@/lib/issues/load-draft'
import { keysAtPlace } from '@/lib/order/rules'
import { buildDocument } from '@/lib/publishing/rules'
import { hashDocument } from '@/lib/publishing/write-edition'
import { sortIn } from '@/lib/search/commands/sort-in'
import { seedBookings } from './seed-bookings'
import { writeItem, writeTitle } from './words'

const ITEMS = 15
const LIST_ITEMS = 5
/** Issues that are written at a time. */
const BATCH = 20
const WEEK_MS = 7 * 24 * 60 * 60 * 1000
const FIRST = Date.UTC(2015, 0, 4)
const view = { lang: 'en', dir: 'ltr' } as const

export type SeededIssue = { id: string; slug: string; sectionIds: string[]; itemIds: string[] }

/** One issue of fifteen items, ten articles and a list of five, as rows. */
function makeRows(number: number, state: 'PUBLISHED' | 'DRAFT') {
  const id = randomUUID()
  const slug = `issue-${number}`
  const date = new Date(FIRST + number * WEEK_MS)
  const title = `Bench Weekly #${number}: ${writeTitle(number)}`
  const issue = { id, state, number, slug, title, subject: title, date, intro: writeItem(number).blurb }
  const spots = keysAtPlace([], {}, 2)
  const sections = (['articles', 'list'] as const).map((layout, index) => ({
    id: randomUUID(),
    issueId: id,
    title: layout === 'list' ? 'Outages' : 'Articles',
    layout,
    position: spots[index] ?? '',
  }))
  const keys = keysAtPlace([], {}, ITEMS)
  const items = keys.map((position, index) => ({
    id: randomUUID(),
    sectionId: sections[index < ITEMS - LIST_ITEMS ? 0 : 1]?.id ?? '',
    position,
    ...writeItem(number * ITEMS + index),
  }))
  return { issue, sections, items }
}

/** The edition and the archive's row of an issue, as publishing would have made them. */
async function publishRows(id: string) {
  const draft = await loadDraftIn(db(), id)
  if (!draft) throw new Error('A seeded issue is gone')
  const publishedAt = new Date(`${draft.date}T20:00:00Z`)
  const at = publishedAt.toISOString()
  const meta = { edition: 1, publishedAt: at, updatedAt: at, correction: null }
  const document = buildDocument(draft, view, meta)
  const edition = {
    id: randomUUID(),
    issueId: id,
    edition: 1,
    document,
    hash: hashDocument(document),
    publishedAt,
  }
  const { slug, number, title } = document.issue
  const archived = { issueId: id, slug, number, title, date: new Date(draft.date), editionId: edition.id }
  return {
    document,
    edition,
    archived: { ...archived, itemCount: ITEMS, publishedAt, updatedAt: publishedAt },
  }
}

/** Fills an empty database: a publication, published issues, drafts after them, and two years of bookings. */
export async function seedArchive(
  published: number,
  drafts: number,
): Promise<{ published: SeededIssue[]; drafts: SeededIssue[] }> {
  await db().publication.create({ data: { name: 'Bench Weekly' } })
  const rows = Array.from({ length: published + drafts }, (_, index) =>
    makeRows(index + 1, index < published ? 'PUBLISHED' : 'DRAFT'),
  )
  for (let at = 0; at < rows.length; at += BATCH) {
    const batch = rows.slice(at, at + BATCH)
    await db().issue.createMany({ data: batch.map((row) => row.issue) })
    await db().section.createMany({ data: batch.flatMap((row) => row.sections) })
    await db().item.createMany({ data: batch.flatMap((row) => row.items) })
  }
  for (const { issue } of rows.slice(0, published)) {
    const { edition, archived, document } = await publishRows(issue.id)
    await db().edition.create({ data: edition })
    await db().archivedIssue.create({ data: archived })
    await archiveItems(db(), issue.id, document)
  }
  await seedBookings()
  await sortIn()
  await db().$executeRaw`ANALYZE`
  const seeded = rows.map(({ issue, sections, items }) => ({
    id: issue.id,
    slug: issue.slug,
    sectionIds: sections.map((section) => section.id),
    itemIds: items.map((item) => item.id),
  }))
  return { published: seeded.slice(0, published), drafts: seeded.slice(published) }
}
