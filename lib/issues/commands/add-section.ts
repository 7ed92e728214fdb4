import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import type { addSectionSchema } from '@/lib/issues/schema'
import { keyAtPlace } from '@/lib/order/rules'
import { runCommand } from '@/lib/receipts/run-command'
import { sectionsInOrder } from './arrange'
import { lockOpenIssue } from './locate'

/** Adds a section at a place of an issue, under the id the browser gave it. @throws AppError `not_found`, `removed` */
export function addSection(
  actor: Actor,
  input: z.infer<typeof addSectionSchema> & { issueId: string },
  outer?: Tx,
): Promise<{ id: string; version: number }> {
  return runCommand(
    actor,
    { id: input.commandId, name: 'add-section' },
    async (tx) => {
      await lockOpenIssue(tx, actor, input.issueId)
      const position = keyAtPlace(await sectionsInOrder(tx, input.issueId), input.place)
      const { id, issueId, title, layout } = input
      await tx.section.create({ data: { id, issueId, title, layout, position } })
      const detail = { issueId }
      await recordAudit(tx, actor, { action: 'add-section', subject: 'section', subjectId: id, detail })
      return { id, version: 0 }
    },
    outer,
  )
}
