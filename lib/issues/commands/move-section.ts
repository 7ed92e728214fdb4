import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { moveSectionSchema } from '@/lib/issues/schema'
import { keyAtPlace } from '@/lib/order/rules'
import { runCommand } from '@/lib/receipts/run-command'
import { idsOf, lockSections, sectionsInOrder } from './arrange'
import { lockSection } from './locate'

/** Moves a section among those of its issue. @returns the ids of all of them, in order */
export function moveSection(
  actor: Actor,
  input: z.infer<typeof moveSectionSchema> & { id: string },
): Promise<{ order: string[] }> {
  return runCommand(actor, { id: input.commandId, name: 'move-section' }, async (tx) => {
    const siblings = await tx.section.findMany({
      where: { issue: { sections: { some: { id: input.id } } } },
      select: { id: true },
    })
    await lockSections(tx, idsOf(siblings))
    const { issueId } = await lockSection(tx, actor, input.id)
    const others = (await sectionsInOrder(tx, issueId)).filter((section) => section.id !== input.id)
    const position = keyAtPlace(others, input.place)
    await tx.section.update({ where: { id: input.id }, data: { position } })
    await recordAudit(tx, actor, { action: 'move-section', subject: 'section', subjectId: input.id })
    return { order: idsOf(await sectionsInOrder(tx, issueId)) }
  })
}
