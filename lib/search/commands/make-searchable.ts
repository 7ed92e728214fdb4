import type { Tx } from '@/lib/db/db'
import { type Searched, vectorOf } from '@/lib/search/vector'
import { addWords } from './words'

/** Lets an issue's items be found by their words. Their rows are there already; part of publishing. */
export async function makeSearchable(tx: Tx, issueId: string, items: readonly Searched[]): Promise<void> {
  const ids = items.map(({ id }) => id)
  await tx.$executeRaw`
    UPDATE "ArchivedItem" item SET "search" = made.vector::tsvector
    FROM unnest(${ids}::uuid[], ${items.map(vectorOf)}::text[]) AS made (id, vector)
    WHERE item."id" = made.id`
  await addWords(tx, issueId)
}
