import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { refuseBooked } from '@/lib/issues/bookings'
import { canReadIssues, canSkipIssue, canUnskipIssue } from '@/lib/issues/policy'
import type { commandSchema, IssueState } from '@/lib/issues/schema'
import { runCommand } from '@/lib/receipts/run-command'
import { lockIssue } from './locate'

type Input = z.infer<typeof commandSchema> & { id: string }

/** Skip this week: the planned date stays in the list, and no issue is due on it. */
export function skipIssue(actor: Actor, input: Input, outer?: Tx): Promise<{ state: IssueState }> {
  return change(actor, input, 'skip-issue', 'SKIPPED', outer)
}

/** Takes skipping back. */
export function unskipIssue(actor: Actor, input: Input, outer?: Tx): Promise<{ state: IssueState }> {
  return change(actor, input, 'unskip-issue', 'PLANNED', outer)
}

function change(actor: Actor, input: Input, name: string, state: 'SKIPPED' | 'PLANNED', outer?: Tx) {
  const work = async (tx: Tx) => {
    const issue = await lockIssue(tx, input.id)
    if (!canReadIssues(actor) || issue.removed) throw notFound('issue')
    const allowed = state === 'SKIPPED' ? canSkipIssue : canUnskipIssue
    if (!allowed(actor, issue)) throw new AppError('wrong_state', 'Only a planned issue can be skipped.')
    if (state === 'SKIPPED') await refuseBooked(tx, issue.id)
    await tx.issue.update({ where: { id: input.id }, data: { state } })
    await recordAudit(tx, actor, { action: name, subject: 'issue', subjectId: input.id })
    return { state }
  }
  return runCommand(actor, { id: input.commandId, name }, work, outer)
}
