import { type Given, givenItems, type Placed, placeItem } from '@/lib/archive/place-items'
import type { Tx } from '@/lib/db/db'
import type { IssueDocument } from '@/lib/document/schema'
import { keepLinks } from '@/lib/links/commands/keep-links'
import { addWords } from '@/lib/search/commands/words'

/**
 * Raise it whenever the rows below come out differently of the same document, be it by a rule of links, bylines,
 * slugs or words: the next start then makes the rows of all issues again (index-archive.ts), and until then a correction
 * leaves none of its issue as they are.
 */
export const INDEX_VERSION = 3

/** Takes an issue's items out of what readers find. Part of withdrawing: their addresses say that they are gone. */
export async function unarchiveItems(tx: Tx, issueId: string): Promise<void> {
  await takeOut(tx, issueId, [])
}

/**
 * Removes the rows of an issue, and those of items that come anew, wherever they were; not those that would come out
 * just the same.
 * @returns the ids of the rows that stayed
 */
async function takeOut(tx: Tx, issueId: string, coming: readonly Given[]): Promise<Set<string>> {
  const ids = coming.map(({ id }) => id)
  const kept = await tx.$queryRaw<{ id: string }[]>`
    WITH kept AS MATERIALIZED (
      SELECT item.id FROM "ArchivedIssue" issue
        JOIN "ArchivedItem" item ON item."issueId" = issue."issueId"
        JOIN jsonb_populate_recordset(NULL::"ArchivedItem", ${JSON.stringify(coming)}::jsonb) coming
          ON coming.id = item.id
      WHERE issue."issueId" = ${issueId}::uuid AND issue."indexVersion" = ${INDEX_VERSION}
        AND (item.item, item.ordinal, item."sectionId", item."sectionTitle", item.layout,
             item.lang, item.dir, item.date, item."publishedAt")
          IS NOT DISTINCT FROM
            (coming.item, coming.ordinal, coming."sectionId", coming."sectionTitle", coming.layout,
             coming.lang, coming.dir, coming.date, coming."publishedAt")
    ), seen AS (
      DELETE FROM "ArchivedItem" WHERE ("issueId" = ${issueId}::uuid OR id = ANY(${ids}::uuid[]))
        AND id NOT IN (SELECT id FROM kept)
      RETURNING id, "issueId"
    ), gone AS (
      INSERT INTO "GoneItem" (id, "issueId") SELECT id, "issueId" FROM seen WHERE id <> ALL(${ids}::uuid[])
      ON CONFLICT DO NOTHING
    ), back AS (
      DELETE FROM "GoneItem" WHERE id = ANY(${ids}::uuid[])
    ), indexed AS (
      UPDATE "ArchivedIssue" SET "indexVersion" = ${INDEX_VERSION}
      WHERE "issueId" = ${issueId}::uuid AND "indexVersion" <> ${INDEX_VERSION}
    )
    SELECT id::text FROM kept`
  return new Set(kept.map(({ id }) => id))
}

/*
 * All rows in one statement, those of each kind as one JSON text: an import of thousands of items would spend most of
 * its time on the parameters of as many values. A row is written once, with what it is searched by: each of its indexes
 * costs as much again for a second time.
 */
async function insert(tx: Tx, items: object[], mentions: object[], terms: object[]): Promise<void> {
  // Two addresses of an item may be known to lead to the same.
  await tx.$executeRaw`
    WITH item AS (
      INSERT INTO "ArchivedItem"
      SELECT * FROM jsonb_populate_recordset(NULL::"ArchivedItem", ${JSON.stringify(items)}::jsonb)
    ), mention AS (
      INSERT INTO "ArchivedMention"
      SELECT * FROM jsonb_populate_recordset(NULL::"ArchivedMention", ${JSON.stringify(mentions)}::jsonb)
      ON CONFLICT DO NOTHING
    )
    INSERT INTO "ArchivedTerm"
    SELECT * FROM jsonb_populate_recordset(NULL::"ArchivedTerm", ${JSON.stringify(terms)}::jsonb)`
}

async function insertItems(tx: Tx, issueId: string, placed: readonly Placed[]): Promise<void> {
  const found = placed.flatMap(({ mentions }) => mentions.map(({ link }) => link))
  const links = await keepLinks(tx, found)
  const linkIdOf = (canonical: string | null) => links.get(canonical ?? '') ?? null
  const items = placed.map(({ row, canonical }) => ({ ...row, issueId, linkId: linkIdOf(canonical) }))
  const mentions = placed.flatMap(({ row, mentions: led }) =>
    led.map(({ place, link }) => ({ itemId: row.id, linkId: linkIdOf(link.canonical), place })),
  )
  const terms = placed.flatMap((each) => each.terms.map((term) => ({ ...term, issueId })))
  await insert(tx, items, mentions, terms)
}

/**
 * Makes the rows by which readers find the items of an issue, in place of those that its last edition had; what did not
 * change is left alone. Part of publishing: the issue's row in the archive is there already. Asks no policy.
 */
export async function archiveItems(tx: Tx, issueId: string, document: IssueDocument): Promise<void> {
  const coming = givenItems(document)
  const kept = await takeOut(tx, issueId, coming)
  const fresh = coming.filter(({ id }) => !kept.has(id))
  if (fresh.length === 0) return
  await insertItems(tx, issueId, fresh.map(placeItem))
  await addWords(
    tx,
    fresh.map(({ id }) => id),
  )
}
