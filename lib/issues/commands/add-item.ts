import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import type { addItemSchema } from '@/lib/issues/schema'
import { keyAtPlace } from '@/lib/order/rules'
import { askForPageOf } from '@/lib/pages/commands/ask-for-page'
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
  return runCommand(
    actor,
    { id: input.commandId, name: 'add-item' },
    async (tx) => {
      await lockSection(tx, actor, input.sectionId)
      const siblings = await itemsInOrder(tx, input.sectionId)
      const position = keyAtPlace(siblings, input.place, input.fields.tied)
      const { id, sectionId, fields } = input
      const order = [...siblings, { id, position }].sort((one, other) =>
        one.position < other.position ? -1 : 1,
      )
      const pointing =
        findPointing(fields.blurb ?? '').length > 0 ? { writtenBetween: neighboursOf(idsOf(order), id) } : {}
      await tx.item.create({ data: { ...fields, ...pointing, id, sectionId, position } })
      // Nobody waits for what pages of an import or a demonstration say.
      if (fields.url && actor.kind === 'user') await askForPageOf(tx, id, fields.url)
      const detail = { sectionId }
      await recordAudit(tx, actor, { action: 'add-item', subject: 'item', subjectId: id, detail })
      return { id, version: 0 }
    },
    outer,
  )
}
