import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { loadDraftIn } from '@/lib/issues/load-draft'
import type { commandSchema, DraftSection, undoRemovalSchema } from '@/lib/issues/schema'
import { keyAtPlace } from '@/lib/order/rules'
import { runCommand } from '@/lib/receipts/run-command'
import { idsOf, sectionsInOrder } from './arrange'
import { lockSection, lockSectionInIssue } from './locate'

/** Removes a section with its items; the answer's `removalId` takes it back. */
export function removeSection(
  actor: Actor,
  input: z.infer<typeof commandSchema> & { id: string },
  outer?: Tx,
): Promise<{ removalId: string }> {
  return runCommand(
    actor,
    { id: input.commandId, name: 'remove-section' },
    async (tx) => {
      await lockSection(tx, actor, input.id)
      const removal = { removedAt: now(), removalId: input.commandId }
      await tx.section.update({ where: { id: input.id }, data: removal })
      const { count } = await tx.item.updateMany({
        where: { sectionId: input.id, removedAt: null },
        data: removal,
      })
      const detail = { items: count }
      await recordAudit(tx, actor, {
        action: 'remove-section',
        subject: 'section',
        subjectId: input.id,
        detail,
      })
      return { removalId: input.commandId }
    },
    outer,
  )
}

/**
 * Takes a removal back: the section and just the items that removal took; those removed before stay removed.
 * @throws AppError `not_found`; `wrong_state` where that removal is not what removed it
 */
export function restoreSection(
  actor: Actor,
  input: z.infer<typeof undoRemovalSchema> & { id: string },
): Promise<{ section: DraftSection; order: string[] }> {
  return runCommand(actor, { id: input.commandId, name: 'restore-section' }, async (tx) => {
    const { issueId } = await lockSectionInIssue(tx, actor, input.id, true)
    const row = await tx.section.findUniqueOrThrow({
      where: { id: input.id },
      select: { position: true, removalId: true },
    })
    if (row.removalId !== input.removalId) throw new AppError('wrong_state', 'This section is there already.')
    const siblings = await sectionsInOrder(tx, issueId)
    const taken = siblings.find((sibling) => sibling.position === row.position)
    const position = taken ? keyAtPlace(siblings, { after: taken.id }) : row.position
    const back = { removedAt: null, removalId: null, version: { increment: 1 } }
    await tx.section.update({ where: { id: input.id }, data: { ...back, position } })
    await tx.item.updateMany({ where: { sectionId: input.id, removalId: input.removalId }, data: back })
    await recordAudit(tx, actor, { action: 'restore-section', subject: 'section', subjectId: input.id })
    const draft = await loadDraftIn(tx, issueId)
    const section = draft?.sections.find((each) => each.id === input.id)
    if (!section) throw new AppError('internal', 'The section could not be read back.')
    return { section, order: idsOf(await sectionsInOrder(tx, issueId)) }
  })
}
