import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import type { moveItemSchema } from '@/lib/issues/schema'
import { groupOf, keysAtPlace } from '@/lib/order/rules'
import { runCommand } from '@/lib/receipts/run-command'
import { idsOf, itemsOfSections, type PlacedItem } from './arrange'
import { lockSectionsOf } from './locate'

/**
 * Moves an item, and those tied to it, to a place in a section of the same issue. Neither checks nor raises
 * versions: moving and writing never conflict.
 * @returns the ids of the target section's items, in order
 * @throws AppError `not_found`, `removed`
 */
export function moveItem(
  actor: Actor,
  input: z.infer<typeof moveItemSchema> & { id: string },
  outer?: Tx,
): Promise<{ order: string[] }> {
  return runCommand(
    actor,
    { id: input.commandId, name: 'move-item' },
    async (tx) => {
      const items = await lockAround(tx, actor, input)
      const from = items.find((item) => item.id === input.id)?.sectionId ?? ''
      const inSection = (id: string) => items.filter((item) => item.sectionId === id)
      const group = groupOf(inSection(from), input.id)
      const moving = new Set(idsOf(group))
      const siblings = inSection(input.sectionId).filter((item) => !moving.has(item.id))
      const keys = keysAtPlace(siblings, input.place, group.length, group[0]?.tied)
      const placed = group.map((item, index) => ({ ...item, position: keys[index] ?? item.position }))
      const order = idsOf([...siblings, ...placed].sort(byPosition))
      // Where they stand already, they would take each other's keys.
      if (sameOrder(order, idsOf(inSection(input.sectionId)))) return { order }
      for (const { id, position } of placed)
        await tx.item.update({
          where: { id },
          data: { sectionId: input.sectionId, position },
          select: { id: true },
        })
      const detail = { from, to: input.sectionId, items: idsOf(group) }
      await recordAudit(tx, actor, { action: 'move-item', subject: 'item', subjectId: input.id, detail })
      return { order }
    },
    outer,
  )
}

/** Keys compare as bytes, and are ASCII, so JavaScript's own comparison is theirs. */
const byPosition = (a: PlacedItem, b: PlacedItem) => (a.position < b.position ? -1 : 1)

const sameOrder = (one: string[], other: string[]) => one.join() === other.join()

/**
 * Locks the item's section and the target; again where the item moved away before the lock was had.
 * @returns the items of both
 */
async function lockAround(
  tx: Tx,
  actor: Actor,
  input: { id: string; sectionId: string },
): Promise<PlacedItem[]> {
  for (;;) {
    const sections = await lockSectionsOf(tx, actor, input.id, input.sectionId)
    if (new Set(sections.map((section) => section.issueId)).size > 1) throw notFound('section')
    const items = await itemsOfSections(tx, idsOf(sections))
    if (items.some((item) => item.id === input.id)) return items
    const item = await tx.item.findUnique({ where: { id: input.id }, select: { sectionId: true } })
    if (!item) throw notFound('item')
    if (sections.some((section) => section.id === item.sectionId))
      throw new AppError('removed', 'This item was removed. Bring it back to go on.')
  }
}
