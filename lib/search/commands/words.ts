import { Prisma } from '@/generated/prisma/client'
import { db, type Tx } from '@/lib/db/db'
import { takeTurn, tryTurn } from '@/lib/db/take-turn'
import { stemsOf } from '@/lib/search/vocabulary/stem-sql'
import { sortIn } from './sort-in'

async function readLanguage(tx: Tx): Promise<string> {
  const publication = await tx.publication.findUnique({ where: { id: 1 }, select: { lang: true } })
  return publication?.lang ?? 'en'
}

/**
 * Adds the words that items bring, so that they are known from the commit on; how often they are met, countWords says
 * soon after. Where another transaction is at it, all of it is left to that: two that add many words in different orders
 * would wait for each other for ever.
 */
export async function addWords(tx: Tx, itemIds: readonly string[]): Promise<void> {
  const [fresh] = await tx.$queryRaw<{ words: string[] | null; lang: string | null }[]>`
    SELECT array_agg(DISTINCT lexeme) AS words, (SELECT "lang" FROM "Publication" WHERE "id" = 1) AS lang
    FROM "ArchivedItem", unnest(tsvector_to_array("search")) AS lexeme
    WHERE "id" = ANY(${itemIds}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM "SearchWord" known WHERE known."word" = lexeme)`
  if (!fresh?.words || !(await tryTurn(tx, 'words'))) return
  const words = Prisma.sql`SELECT word FROM unnest(${fresh.words}::text[]) AS word`
  await tx.$executeRaw`
    INSERT INTO "SearchWord" ("word", "stem", "items")
    SELECT stems.word, stems.stem, 1 FROM (${stemsOf(words, fresh.lang ?? 'en')}) stems
    ON CONFLICT ("word") DO NOTHING`
}

/** Counting the words of a large archive takes long; in ms. */
const COUNT_LIMIT_MS = 120_000

async function countIn(tx: Tx): Promise<void> {
  await takeTurn(tx, 'words')
  const select = { generation: true } as const
  const publication = await tx.publication.findUnique({ where: { id: 1 }, select })
  await tx.$executeRaw`
    CREATE TEMPORARY TABLE counted ON COMMIT DROP AS
    SELECT word COLLATE "C" AS word, ndoc AS items FROM ts_stat('SELECT "search" FROM "ArchivedItem"')`
  await tx.$executeRaw`
    DELETE FROM "SearchWord" known
    WHERE NOT EXISTS (SELECT 1 FROM counted WHERE counted.word = known."word")`
  await tx.$executeRaw`
    INSERT INTO "SearchWord" ("word", "stem", "items")
    SELECT counted.word, stems.stem, counted.items
    FROM (${stemsOf(Prisma.sql`SELECT word FROM counted`, await readLanguage(tx))}) stems
    JOIN counted USING (word)
    ON CONFLICT ("word") DO UPDATE SET "stem" = excluded."stem", "items" = excluded."items"
    WHERE ("SearchWord"."stem", "SearchWord"."items") IS DISTINCT FROM (excluded."stem", excluded."items")`
  if (publication) await tx.publication.updateMany({ data: { wordsGeneration: publication.generation } })
}

/** Makes the words what the items hold: how many items have each, and its stem in the publication's language. */
export async function countWords(): Promise<void> {
  await db().$transaction(countIn, { timeout: COUNT_LIMIT_MS })
}

/**
 * As `countWords`, if readers' pages changed since it was last done; the words are sorted into the indexes first. Beside
 * publishing rather than in it: the counts of common words are rows that all issues share, and whoever publishes would
 * wait for an import to end.
 * @returns whether it was done
 */
export async function countChangedWords(): Promise<boolean> {
  const select = { generation: true, wordsGeneration: true } as const
  const publication = await db().publication.findUnique({ where: { id: 1 }, select })
  if (!publication || publication.generation === publication.wordsGeneration) return false
  await sortIn()
  await countWords()
  return true
}
