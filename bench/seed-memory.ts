import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import type { Random } from '@/rigs/random'
import { seedSearchArchive } from './search-archive'

const DRAFTS = 3
const ITEMS_OF_DRAFT = 100

/** The links of an archive's items, and its authors, as archiving makes them. */
async function linkItems(): Promise<void> {
  await pgPool().query(`
    INSERT INTO "Link" ("id", "canonical", "hash", "host", "site")
      SELECT gen_random_uuid(), url, sha256(convert_to(url, 'UTF8')), host, site
      FROM (SELECT DISTINCT ON (url) url, host, site FROM "ArchivedItem") one;
    UPDATE "ArchivedItem" i SET "linkId" = l."id" FROM "Link" l WHERE l."canonical" = i."url";
    INSERT INTO "ArchivedMention" ("itemId", "linkId", "place")
      SELECT "id", "linkId", 'HEADLINE' FROM "ArchivedItem";
    INSERT INTO "ArchivedMention" ("itemId", "linkId", "place")
      SELECT i."id", other."linkId", 'BLURB' FROM "ArchivedItem" i
      JOIN "ArchivedItem" other ON other."ordinal" = i."ordinal" / 7 * 3 WHERE i."ordinal" % 7 = 0;
    INSERT INTO "ArchivedTerm" ("kind", "slug", "name", "itemId", "issueId", "ordinal", "date", "publishedAt")
      SELECT 'AUTHOR', 'author-' || "ordinal" % 900, 'Author ' || "ordinal" % 900, "id", "issueId", "ordinal", "date",
        "publishedAt" FROM "ArchivedItem"`)
}

/** An inbox, and drafts, that hold addresses of their own. */
async function seedUnsent(random: Random, captures: number): Promise<void> {
  const host = () => `site${random.below(400)}.example`
  const data = Array.from({ length: captures }, (_, at) => ({
    url: `https://www.${host()}/waiting/${at}`,
    title: `Waiting ${at}`,
    source: 'STUDIO' as const,
    capturedAt: new Date(),
    surfacesAt: new Date(),
    movedAt: new Date(),
  }))
  await db().capture.createMany({ data })
  for (let draft = 0; draft < DRAFTS; draft += 1) {
    const [issueId, sectionId] = [randomUUID(), randomUUID()]
    const issue = { id: issueId, state: 'DRAFT' as const, number: 900_000 + draft, slug: `draft-${draft}` }
    await db().issue.create({ data: { ...issue, title: 'Draft', date: new Date() } })
    await db().section.create({ data: { id: sectionId, issueId, title: 'Articles', position: 'a0' } })
    const items = Array.from({ length: ITEMS_OF_DRAFT }, (_, at) => ({
      sectionId,
      headline: `Drafted ${at}`,
      url: `https://${host()}/drafted/${at}`,
      blurb: `Words with [a link](https://${host()}/within/${at}) in them, and more words behind it.`,
      position: `a${String(at).padStart(4, '0')}`,
    }))
    await db().item.createMany({ data: items })
  }
}

/** Indexes that make each row dear to write; made anew once all rows are there. */
const dear = ['ArchivedItem_headline_idx', 'ArchivedItem_headline_words', 'ArchivedItem_search_idx']

async function withoutDearIndexes<T>(work: () => Promise<T>): Promise<T> {
  const { rows } = await pgPool().query('SELECT indexdef FROM pg_indexes WHERE indexname = ANY($1)', [dear])
  for (const name of dear) await pgPool().query(`DROP INDEX "${name}"`)
  const result = await work()
  for (const { indexdef } of rows) await pgPool().query(indexdef)
  return result
}

/** Fills an empty database with an archive of as many links, an inbox and drafts. @returns the vocabulary */
export async function seedMemory(
  random: Random,
  { items, issues, captures }: { items: number; issues: number; captures: number },
): Promise<string[]> {
  const vocabulary = await withoutDearIndexes(async () => {
    const words = await seedSearchArchive(items, issues)
    await linkItems()
    return words
  })
  await seedUnsent(random, captures)
  for (const table of [
    'ArchivedItem',
    'Link',
    'ArchivedMention',
    'ArchivedTerm',
    'Capture',
    'Item',
    'Issue',
    'Section',
  ])
    await pgPool().query(`VACUUM ANALYZE "${table}"`)
  return vocabulary
}
