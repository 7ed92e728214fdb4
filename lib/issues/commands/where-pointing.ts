import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db/db'
import type { ItemFields } from '@/lib/issues/schema'
import { findPointing, type Neighbours, neighboursOf } from '@/lib/pointing/rules'
import { idsOf, itemsInOrder } from './arrange'

type Column = { writtenBetween?: Neighbours | typeof Prisma.DbNull }

/** The column that keeps what stands beside an item whose words are written now; nothing where they are not. */
export async function wherePointing(
  tx: Tx,
  { blurb }: Pick<ItemFields, 'blurb'>,
  { id, sectionId }: { id: string; sectionId: string },
): Promise<Column> {
  if (blurb === undefined) return {}
  if (findPointing(blurb).length === 0) return { writtenBetween: Prisma.DbNull }
  return { writtenBetween: neighboursOf(idsOf(await itemsInOrder(tx, sectionId)), id) }
}
