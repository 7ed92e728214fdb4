import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudits } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import type { addItemSchema, ItemFields } from '@/lib/issues/schema'
import { keysAtPlace } from '@/lib/order/rules'
import type { Place } from '@/lib/order/schema'
import { askForPagesOf } from '@/lib/pages/commands/ask-for-page'
import { findPointing, neighboursOf } from '@/lib/pointing/rules'
import { runCommand } from '@/lib/receipts/run-command'
import { idsOf, itemsInOrder } from './arrange'
import { lockSection } from './locate'

/** Adds an item at a place of a section, under the id the browser gave it. @throws AppError `not_found`, `removed` */
export function addItem(
  actor: Actor,
  input: z.infer<typeof addItemSchema> & { sectionId: string },
  outer?: Tx,
): Promise<{ id: string; version: number }> {
  const { commandId, id, fields, sectionId, place } = input
  const add = async (tx: Tx) => {
    await addItems(actor, { sectionId, place, items: [{ id, fields }] }, tx)
    return { id, version: 0 }
  }
  return runCommand(actor, { id: commandId, name: 'add-item' }, add, outer)
}

type Added = { id: string; fields: ItemFields }

/**
 * Adds items one below the other at a place of a section, hundreds of them as one, as part of the command that `tx` is of.
 * @throws AppError `not_found`, `removed`
 */
export async function addItems(
  actor: Actor,
  { sectionId, place, items }: { sectionId: string; place: Place; items: readonly Added[] },
  tx: Tx,
): Promise<void> {
  await lockSection(tx, actor, sectionId)
  const siblings = await itemsInOrder(tx, sectionId)
  const keys = keysAtPlace(siblings, place, items.length, items[0]?.fields.tied)
  const rows = items.map((item, at) => ({ ...item, position: keys[at] ?? '' }))
  const order = idsOf([...siblings, ...rows].sort((one, other) => (one.position < other.position ? -1 : 1)))
  const pointingOf = ({ id, fields }: Added) =>
    findPointing(fields.blurb ?? '').length > 0 ? { writtenBetween: neighboursOf(order, id) } : {}
  await tx.item.createMany({
    data: rows.map((row) => ({
      ...{ ...row.fields, ...pointingOf(row) },
      ...{ id: row.id, sectionId, position: row.position },
    })),
  })
  // Nobody waits for what pages of an import or a demonstration say.
  if (actor.kind === 'user')
    await askForPagesOf(
      tx,
      items.map(({ id, fields }) => ({ id, url: fields.url ?? '' })),
    )
  const audit = { action: 'add-item', subject: 'item', detail: { sectionId } }
  await recordAudits(
    tx,
    actor,
    items.map(({ id }) => ({ ...audit, subjectId: id })),
  )
}
