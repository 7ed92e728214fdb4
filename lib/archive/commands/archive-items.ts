import type { Prisma } from '@/generated/prisma/client'
import { type ReadItem, readItem } from '@/lib/archive/read-item'
import { termSlug } from '@/lib/archive/rules'
import type { Tx } from '@/lib/db/db'
import { tongueIn } from '@/lib/document/language'
import type { DocumentItem, IssueDocument } from '@/lib/document/schema'
import { keepLinks } from '@/lib/links/commands/keep-links'
import { makeSearchable } from '@/lib/search/commands/make-searchable'
import type { Searched } from '@/lib/search/vector'

/**
 * Raise it whenever the rows below come out differently of the same document, be it by a rule of links, bylines,
 * slugs or words: the next start then makes the rows of all issues again (index-archive.ts).
 */
export const INDEX_VERSION = 3

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
    const { lang, dir } = tongueIn(document.issue, item)
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
      lang,
      dir,
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
  await tx.$executeRaw`
    WITH seen AS (
      DELETE FROM "ArchivedItem" WHERE "issueId" = ${issueId}::uuid OR id = ANY(${coming}::uuid[])
      RETURNING id, "issueId"
    )
    INSERT INTO "GoneItem" (id, "issueId") SELECT id, "issueId" FROM seen WHERE id <> ALL(${coming}::uuid[])
    ON CONFLICT DO NOTHING`
  if (coming.length > 0) await tx.goneItem.deleteMany({ where: { id: { in: coming } } })
}

/*
 * Each kind of row in one statement, its values as one JSON text: an import of thousands of items would spend most of
 * its time on the parameters of as many values.
 */
const insertItems = (tx: Tx, rows: object[]) => tx.$executeRaw`
  INSERT INTO "ArchivedItem" SELECT * FROM jsonb_populate_recordset(NULL::"ArchivedItem", ${JSON.stringify(rows)}::jsonb)`
const insertTerms = (tx: Tx, rows: object[]) => tx.$executeRaw`
  INSERT INTO "ArchivedTerm" SELECT * FROM jsonb_populate_recordset(NULL::"ArchivedTerm", ${JSON.stringify(rows)}::jsonb)`
// Two addresses of an item may be known to lead to the same.
const insertMentions = (tx: Tx, rows: object[]) => tx.$executeRaw`
  INSERT INTO "ArchivedMention"
  SELECT * FROM jsonb_populate_recordset(NULL::"ArchivedMention", ${JSON.stringify(rows)}::jsonb)
  ON CONFLICT DO NOTHING`

/**
 * Makes the rows by which readers find the items of an issue, in place of those that its last edition had. Part of
 * publishing: the issue's row in the archive is there already. Asks no policy.
 */
export async function archiveItems(tx: Tx, issueId: string, document: IssueDocument): Promise<void> {
  const placed = placeItems(issueId, document)
  const ids = placed.map(({ row }) => row.id)
  await takeOut(tx, issueId, ids)
  const found = placed.flatMap(({ read }) => read.mentions.map(({ link }) => link))
  const links = await keepLinks(tx, found)
  const linkIdOf = (canonical: string | undefined) => links.get(canonical ?? '') ?? null
  await insertItems(
    tx,
    placed.map(({ row, read }) => ({ ...row, linkId: linkIdOf(read.link?.canonical) })),
  )
  await insertMentions(
    tx,
    placed.flatMap(({ row, read }) =>
      read.mentions.map(({ place, link }) => ({
        itemId: row.id,
        linkId: linkIdOf(link.canonical),
        place,
      })),
    ),
  )
  await insertTerms(tx, placed.flatMap(termsOf))
  await makeSearchable(
    tx,
    issueId,
    placed.map(({ searched }) => searched),
  )
  await tx.archivedIssue.update({ where: { issueId }, data: { indexVersion: INDEX_VERSION } })
}
