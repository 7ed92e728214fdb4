import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { AppError, notFound } from '@/lib/errors/app-error'
import { lockIssue } from '@/lib/issues/commands/locate'
import { canReadIssues, canRedateIssue } from '@/lib/issues/policy'
import type { redateIssueSchema } from '@/lib/issues/schema'
import { runCommand } from '@/lib/receipts/run-command'
import { moveWithIssue } from './move-with-issue'

type Input = z.infer<typeof redateIssueSchema> & { id: string }

/**
 * Puts a planned or skipped issue on another date; what is booked in it comes along, and its companies are told.
 * @returns the date it had, so that this can be taken back; `shared`: whether another issue has the new one too
 * @throws AppError `wrong_state` for an issue that was started: its date is in its envelope
 */
export function redateIssue(
  actor: Actor,
  input: Input,
): Promise<{ date: string; before: string; shared: boolean }> {
  return runCommand(actor, { id: input.commandId, name: 'redate-issue' }, async (tx) => {
    const issue = await lockIssue(tx, input.id)
    if (!canReadIssues(actor) || issue.removed) throw notFound('issue')
    if (!canRedateIssue(actor, issue))
      throw new AppError('wrong_state', 'This issue was started. Change its date in its envelope.')
    const before = issue.date.toISOString().slice(0, 10)
    const to = new Date(`${input.date}T00:00:00Z`)
    const others = { id: { not: input.id }, date: to, removedAt: null }
    const shared = (await tx.issue.count({ where: others })) > 0
    if (before === input.date) return { date: before, before, shared }
    await tx.issue.update({ where: { id: input.id }, data: { date: to } })
    const detail = { from: before, to: input.date }
    await recordAudit(tx, actor, { action: 'redate-issue', subject: 'issue', subjectId: input.id, detail })
    await moveWithIssue(tx, actor, input.id, { from: issue.date, to })
    return { date: input.date, before, shared }
  })
}
