import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import type { commandSchema, DraftItem, undoRemovalSchema } from '@/lib/issues/schema'
import { itemContentSchema } from '@/lib/issues/schema'
import { keyAtPlace } from '@/lib/order/rules'
import { runCommand } from '@/lib/receipts/run-command'
import { idsOf, itemsInOrder, lockSections } from './arrange'
import { itemSelect } from './item-select'
import { lockItem } from './locate'

export type RestoredItem = { item: DraftItem; sectionId: string; order: string[] }

/** Removes an item; the answer's `removalId` takes it back. @throws AppError `not_found`, `removed` */
export function removeItem(
  actor: Actor,
  input: z.infer<typeof commandSchema> & { id: string },
  outer?: Tx,
): Promise<{ removalId: string }> {
  return runCommand(
    actor,
    { id: input.commandId, name: 'remove-item' },
    async (tx) => {
      await lockItem(tx, actor, input.id)
      const removal = { removedAt: now(), removalId: input.commandId }
      await tx.item.update({ where: { id: input.id }, data: removal })
      await recordAudit(tx, actor, { action: 'remove-item', subject: 'item', subjectId: input.id })
      return { removalId: input.commandId }
    },
    outer,
  )
}

/**
 * Takes a removal back: the item returns with its id and content, under its old key or, where that is taken, one
 * beside it; its version rises, so that a save from before the removal is compared and not lost.
 * @throws AppError `not_found`; `wrong_state` where that removal is not what removed it
 */
export function restoreItem(
  actor: Actor,
  input: z.infer<typeof undoRemovalSchema> & { id: string },
  outer?: Tx,
): Promise<RestoredItem> {
  return runCommand(
    actor,
    { id: input.commandId, name: 'restore-item' },
    async (tx) => {
      const row = await lockItem(tx, actor, input.id, true)
      await lockSections(tx, [row.sectionId])
      const item = await tx.item.findUniqueOrThrow({
        where: { id: input.id },
        select: { ...itemSelect, position: true, removalId: true },
      })
      if (item.removalId !== input.removalId) throw new AppError('wrong_state', 'This item is there already.')
      const siblings = await itemsInOrder(tx, row.sectionId)
      const taken = siblings.find((sibling) => sibling.position === item.position)
      const position = taken ? keyAtPlace(siblings, { after: taken.id }, true) : item.position
      const version = row.version + 1
      const data = { removedAt: null, removalId: null, position, version }
      await tx.item.update({ where: { id: input.id }, data })
      await recordAudit(tx, actor, { action: 'restore-item', subject: 'item', subjectId: input.id })
      const content = itemContentSchema.parse(pickContent(item))
      const order = idsOf(await itemsInOrder(tx, row.sectionId))
      return { item: { ...content, id: input.id, version }, sectionId: row.sectionId, order }
    },
    outer,
  )
}

function pickContent({ position: _position, removalId: _removalId, ...content }: Record<string, unknown>) {
  return content
}
