import type { Prisma } from '@/generated/prisma/client'
import { type ReadItem, readItem } from '@/lib/archive/read-item'
import { termSlug } from '@/lib/archive/rules'
import type { Tx } from '@/lib/db/db'
import type { DocumentItem, IssueDocument } from '@/lib/document/schema'
import { keepLinks } from '@/lib/links/commands/keep-links'
import { makeSearchable } from '@/lib/search/commands/make-searchable'
import type { Searched } from '@/lib/search/vector'

/**
 * Raise it whenever the rows below come out differently of the same document, be it by a rule of links, bylines,
 * slugs or words: the next start then makes the rows of all issues again (index-archive.ts).
 */
export const INDEX_VERSION = 2

type Placed = {
  item: DocumentItem
  read: ReadItem
  row: Omit<Prisma.ArchivedItemCreateManyInput, 'linkId'>
  searched: Searched
}
type Keys = { issueId: string; ordinal: number; date: Date; publishedAt: Date }

function placeItems(issueId: string, document: IssueDocument): Placed[] {
  const date = new Date(`${document.issue.date}T00:00:00Z`)
  const publishedAt = new Date(document.issue.publishedAt)
  const all = document.sections.flatMap((section) => section.items.map((item) => ({ section, item })))
  return all.map(({ section, item }, ordinal) => {
    const read = readItem(item)
    const found = {
      headline: item.headline,
      host: read.link?.host ?? null,
      site: read.link?.site ?? null,
      sectionTitle: section.title,
      sectionSlug: section.title === null ? null : termSlug(section.title) || null,
      text: read.text,
    }
    const row = {
      ...found,
      id: item.id,
      issueId,
      ordinal,
      sectionId: section.id,
      layout: section.layout,
      kind: item.kind,
      url: item.url,
      topics: read.topics.map(({ slug }) => slug),
      authors: read.authors.map(({ slug }) => slug),
      item,
      date,
      publishedAt,
    }
    const authors = read.authors.map(({ name }) => name)
    const searched = { ...found, id: item.id, authors, topics: read.topics, date: document.issue.date }
    return { item, read, row, searched }
  })
}

function termsOf({ row, read }: Placed): Prisma.ArchivedTermCreateManyInput[] {
  const { id: itemId, issueId, ordinal, date, publishedAt } = row
  const keys: Keys = { issueId, ordinal, date: new Date(date), publishedAt: new Date(publishedAt) }
  const sites = [...new Set(read.mentions.map(({ link }) => link.site))]
  return [
    ...read.topics.map((topic) => ({ kind: 'TOPIC' as const, ...topic })),
    ...read.authors.map((author) => ({ kind: 'AUTHOR' as const, ...author })),
    ...sites.map((site) => ({ kind: 'SITE' as const, slug: site, name: site })),
  ].map((term) => ({ ...term, ...keys, itemId }))
}

/** Takes an issue's items out of what readers find. Part of withdrawing: their addresses say that they are gone. */
export async function unarchiveItems(tx: Tx, issueId: string): Promise<void> {
  await takeOut(tx, issueId, [])
}

/** Removes the rows of an issue, and of the items that come anew, wherever they were. */
async function takeOut(tx: Tx, issueId: string, coming: string[]): Promise<void> {
  const seen = await tx.archivedItem.findMany({ where: { issueId }, select: { id: true } })
  await tx.archivedItem.deleteMany({ where: { OR: [{ issueId }, { id: { in: coming } }] } })
  const stay = new Set(coming)
  const gone = seen.flatMap(({ id }) => (stay.has(id) ? [] : { id, issueId }))
  if (gone.length > 0) await tx.goneItem.createMany({ data: gone, skipDuplicates: true })
  if (coming.length > 0) await tx.goneItem.deleteMany({ where: { id: { in: coming } } })
}

/**
 * Makes the rows by which readers find the items of an issue, in place of those that its last edition had. Part of
 * publishing: the issue's row in the archive is there already. Asks no policy.
 */
export async function archiveItems(tx: Tx, issueId: string, document: IssueDocument): Promise<void> {
  const placed = placeItems(issueId, document)
  await takeOut(
    tx,
    issueId,
    placed.map(({ row }) => row.id),
  )
  const links = await keepLinks(
    tx,
    placed.flatMap(({ read }) => read.mentions.map(({ link }) => link)),
  )
  const linkIdOf = (canonical: string | undefined) => links.get(canonical ?? '') ?? null
  const mentions = placed.flatMap(({ row, read }) =>
    read.mentions.map(({ place, link }) => ({
      itemId: row.id,
      linkId: linkIdOf(link.canonical) ?? '',
      place,
    })),
  )
  await tx.archivedItem.createMany({
    data: placed.map(({ row, read }) => ({ ...row, linkId: linkIdOf(read.link?.canonical) })),
  })
  // Two addresses of an item may be known to lead to the same.
  await tx.archivedMention.createMany({ data: mentions, skipDuplicates: true })
  await tx.archivedTerm.createMany({ data: placed.flatMap(termsOf) })
  await makeSearchable(
    tx,
    issueId,
    placed.map(({ searched }) => searched),
  )
  await tx.archivedIssue.update({ where: { issueId }, data: { indexVersion: INDEX_VERSION } })
}
