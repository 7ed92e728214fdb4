import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { refuseBooked } from '@/lib/issues/bookings'
import { canReadIssues, canRemoveIssue } from '@/lib/issues/policy'
import type { commandSchema, undoRemovalSchema } from '@/lib/issues/schema'
import { runCommand } from '@/lib/receipts/run-command'
import { type LockedIssue, lockIssue } from './locate'
import { freeSlug, isNumberTaken, lockNames, nextNumber } from './numbering'

/** Removes an issue that was never published. @throws AppError `wrong_state` for one that was, or is scheduled */
export function removeIssue(
  actor: Actor,
  input: z.infer<typeof commandSchema> & { id: string },
  outer?: Tx,
): Promise<{ removalId: string }> {
  const remove = async (tx: Tx) => {
    const issue = await lockIssue(tx, input.id)
    if (!canReadIssues(actor) || issue.removed) throw notFound('issue')
    if (!canRemoveIssue(actor, issue)) {
      const message =
        'Only a draft can be deleted. Unschedule a scheduled issue first; withdraw a published one.'
      throw new AppError('wrong_state', message)
    }
    await refuseBooked(tx, issue.id)
    const removal = { removedAt: now(), removalId: input.commandId }
    await tx.issue.update({ where: { id: input.id }, data: removal })
    await recordAudit(tx, actor, { action: 'remove-issue', subject: 'issue', subjectId: input.id })
    return { removalId: input.commandId }
  }
  return runCommand(actor, { id: input.commandId, name: 'remove-issue' }, remove, outer)
}

export type RestoredIssue = { id: string; number: number | null; slug: string | null; notice: string | null }

/** Takes a removal back, with number and slug if they are free, else the next; `notice` says what had to change. */
export function restoreIssue(
  actor: Actor,
  input: z.infer<typeof undoRemovalSchema> & { id: string },
  outer?: Tx,
): Promise<RestoredIssue> {
  const restore = async (tx: Tx) => {
    const issue = await lockIssue(tx, input.id)
    if (!canRemoveIssue(actor, issue)) throw notFound('issue')
    if (issue.removalId !== input.removalId) throw new AppError('wrong_state', 'This issue is there already.')
    await lockNames(tx)
    const names = await freeNames(tx, issue)
    const { number, slug } = names
    const version = issue.version + 1
    const data = { removedAt: null, removalId: null, number, slug, version }
    await tx.issue.update({ where: { id: input.id }, data })
    await recordAudit(tx, actor, { action: 'restore-issue', subject: 'issue', subjectId: input.id })
    return { id: input.id, ...names }
  }
  return runCommand(actor, { id: input.commandId, name: 'restore-issue' }, restore, outer)
}

async function freeNames(tx: Tx, issue: LockedIssue): Promise<Omit<RestoredIssue, 'id'>> {
  if (issue.number === null || issue.slug === null)
    return { number: issue.number, slug: issue.slug, notice: null }
  const taken = await isNumberTaken(tx, issue.number, issue.id)
  const number = taken ? await nextNumber(tx) : issue.number
  const slug = await freeSlug(tx, issue.slug, issue.id)
  const changes = [
    number === issue.number ? [] : [`number ${issue.number} is taken, so it is now number ${number}`],
    slug === issue.slug ? [] : [`the address “${issue.slug}” is taken, so it is now “${slug}”`],
  ].flat()
  return { number, slug, notice: changes.length > 0 ? `The issue is back; ${changes.join(', and ')}.` : null }
}
