import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import type { SectionContent, saveSectionSchema } from '@/lib/issues/schema'
import { runCommand } from '@/lib/receipts/run-command'
import { mergeSave, raiseVersions } from '@/lib/versions/rules'
import { refuseConflicts, type Saved } from '@/lib/versions/save'
import { lockSection } from './locate'

/** Saves the title or the layout of a section. @throws AppError `conflict` with both values, `removed`, `not_found` */
export function saveSection(
  actor: Actor,
  input: z.infer<typeof saveSectionSchema> & { id: string },
  outer?: Tx,
): Promise<Saved<SectionContent>> {
  return runCommand(
    actor,
    { id: input.commandId, name: 'save-section' },
    async (tx) => {
      const row = await lockSection(tx, actor, input.id)
      const select = { title: true, layout: true } as const
      const current: SectionContent = await tx.section.findUniqueOrThrow({ where: { id: input.id }, select })
      const merge = mergeSave(current, row, input.version, input.fields)
      refuseConflicts(row, merge)
      const next = raiseVersions(row, merge.changed)
      if (next !== row) {
        await tx.section.update({ where: { id: input.id }, data: { ...merge.changed, ...next } })
        const detail = { fields: Object.keys(merge.changed), version: next.version }
        await recordAudit(tx, actor, {
          action: 'save-section',
          subject: 'section',
          subjectId: input.id,
          detail,
        })
      }
      return { version: next.version, unseen: merge.unseen }
    },
    outer,
  )
}
