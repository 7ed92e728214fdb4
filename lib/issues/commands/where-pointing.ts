import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db/db'
import type { ItemContent, ItemFields } from '@/lib/issues/schema'
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

/** Notes the same of items that were written before they had their places: what stands beside them in `sections`. */
export async function notePointing(
  tx: Tx,
  sections: readonly { items: readonly { id: string; content: Pick<ItemContent, 'blurb'> }[] }[],
  written: ReadonlySet<string>,
): Promise<void> {
  for (const { items } of sections) {
    const ids = items.map(({ id }) => id)
    for (const { id, content } of items) {
      if (!written.has(id) || findPointing(content.blurb).length === 0) continue
      const writtenBetween = neighboursOf(ids, id)
      await tx.item.update({ where: { id }, data: { writtenBetween }, select: { id: true } })
    }
  }
}
