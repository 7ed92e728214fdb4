import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { moveSectionSchema } from '@/lib/issues/schema'
import { keyAtPlace } from '@/lib/order/rules'
import { runCommand } from '@/lib/receipts/run-command'
import { idsOf, sectionsInOrder } from './arrange'
import { lockSectionInIssue } from './locate'

/** Moves a section among those of its issue. @returns the ids of all of them, in order */
export function moveSection(
  actor: Actor,
  input: z.infer<typeof moveSectionSchema> & { id: string },
): Promise<{ order: string[] }> {
  return runCommand(actor, { id: input.commandId, name: 'move-section' }, async (tx) => {
    const { issueId } = await lockSectionInIssue(tx, actor, input.id)
    const others = (await sectionsInOrder(tx, issueId)).filter((section) => section.id !== input.id)
    const position = keyAtPlace(others, input.place)
    await tx.section.update({ where: { id: input.id }, data: { position } })
    await recordAudit(tx, actor, { action: 'move-section', subject: 'section', subjectId: input.id })
    return { order: idsOf(await sectionsInOrder(tx, issueId)) }
  })
}
