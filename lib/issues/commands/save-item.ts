import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import { type ItemContent, itemContentSchema, type saveItemSchema } from '@/lib/issues/schema'
import { askForPageOf } from '@/lib/pages/commands/ask-for-page'
import { runCommand } from '@/lib/receipts/run-command'
import { mergeSave, raiseVersions } from '@/lib/versions/rules'
import { refuseConflicts, type Saved } from '@/lib/versions/save'
import { lockItem } from './locate'
import { wherePointing } from './where-pointing'

/**
 * Saves fields of one item. Nothing of a save that conflicts is written.
 * @throws AppError `conflict` with both texts, `removed`, `not_found`
 */
export function saveItem(
  actor: Actor,
  input: z.infer<typeof saveItemSchema> & { id: string },
  outer?: Tx,
): Promise<Saved<ItemContent>> {
  return runCommand(
    actor,
    { id: input.commandId, name: 'save-item' },
    async (tx) => {
      const row = await lockItem(tx, actor, input.id)
      const current = itemContentSchema.parse(row.content)
      const merge = mergeSave<ItemContent>(current, row, input.version, input.fields)
      refuseConflicts(row, merge)
      const { version, fieldVersions } = raiseVersions(row, merge.changed)
      if (version !== row.version) {
        const pointing = await wherePointing(tx, merge.changed, { id: input.id, sectionId: row.sectionId })
        const data = { ...merge.changed, ...pointing, version, fieldVersions }
        await tx.item.update({ where: { id: input.id }, data, select: { id: true } })
        if (merge.changed.url && actor.kind === 'user') await askForPageOf(tx, input.id, merge.changed.url)
        const detail = { fields: Object.keys(merge.changed), version }
        await recordAudit(tx, actor, { action: 'save-item', subject: 'item', subjectId: input.id, detail })
      }
      return { version, unseen: merge.unseen }
    },
    outer,
  )
}
