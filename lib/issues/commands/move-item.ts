import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import type { moveItemSchema } from '@/lib/issues/schema'
import { groupOf, keysAtPlace } from '@/lib/order/rules'
import { runCommand } from '@/lib/receipts/run-command'
import { idsOf, itemsInOrder, lockSections } from './arrange'
import { lockSection } from './locate'

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
      const from = await lockHome(tx, input.id, input.sectionId)
      const target = await lockSection(tx, actor, input.sectionId)
      const source = await lockSection(tx, actor, from)
      if (source.issueId !== target.issueId) throw notFound('section')

      const group = groupOf(await itemsInOrder(tx, from), input.id)
      if (group.length === 0) throw new AppError('removed', 'This item was removed. Bring it back to go on.')
      const moving = new Set(idsOf(group))
      const siblings = (await itemsInOrder(tx, input.sectionId)).filter((item) => !moving.has(item.id))
      const keys = keysAtPlace(siblings, input.place, group.length, group[0]?.tied)
      for (const [index, item] of group.entries()) {
        const position = keys[index] ?? item.position
        await tx.item.update({ where: { id: item.id }, data: { sectionId: input.sectionId, position } })
      }
      const detail = { from, to: input.sectionId, items: idsOf(group) }
      await recordAudit(tx, actor, { action: 'move-item', subject: 'item', subjectId: input.id, detail })
      return { order: idsOf(await itemsInOrder(tx, input.sectionId)) }
    },
    outer,
  )
}

/** Locks the item's section and the target, in id order; again where the item moved away before the lock was had. */
async function lockHome(tx: Tx, id: string, targetId: string): Promise<string> {
  let locked: string | null = null
  for (;;) {
    const item = await tx.item.findUnique({ where: { id }, select: { sectionId: true } })
    if (!item) throw notFound('item')
    if (item.sectionId === locked) return locked
    locked = item.sectionId
    await lockSections(tx, [locked, targetId])
  }
}
