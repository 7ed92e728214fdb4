import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { unarchiveItems } from '@/lib/archive/commands/archive-items'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import { AppError, notFound } from '@/lib/errors/app-error'
import { lockIssue } from '@/lib/issues/commands/locate'
import { loadDraftIn } from '@/lib/issues/load-draft'
import { canReadIssues } from '@/lib/issues/policy'
import type { commandSchema } from '@/lib/issues/schema'
import { readCurrent } from '@/lib/publishing/current'
import { canReinstate, canWithdraw } from '@/lib/publishing/policy'
import type { Published } from '@/lib/publishing/schema'
import { tellReaders } from '@/lib/publishing/tell-readers'
import { writeEditionOf } from '@/lib/publishing/write-edition'
import { runCommand } from '@/lib/receipts/run-command'
import { refuseBlockers } from './publish-issue'

type Input = z.infer<typeof commandSchema> & { id: string }

/** Takes an issue from readers: its addresses answer 410 from the commit on. @throws AppError `wrong_state` */
export function withdrawIssue(actor: Actor, input: Input): Promise<{ withdrawnAt: string }> {
  return runCommand(actor, { id: input.commandId, name: 'withdraw-issue' }, async (tx) => {
    const issue = await lockIssue(tx, input.id)
    if (!canReadIssues(actor) || issue.removed) throw notFound('issue')
    if (!canWithdraw(actor, issue))
      throw new AppError('wrong_state', 'Only a published issue can be withdrawn.')
    const withdrawnAt = now()
    await tx.issue.update({ where: { id: input.id }, data: { state: 'WITHDRAWN' } })
    await tx.archivedIssue.update({ where: { issueId: input.id }, data: { withdrawnAt } })
    await unarchiveItems(tx, input.id)
    await tellReaders(tx, { issueId: input.id })
    await recordAudit(tx, actor, { action: 'withdraw-issue', subject: 'issue', subjectId: input.id })
    return { withdrawnAt: withdrawnAt.toISOString() }
  })
}

/** Puts a withdrawn issue before readers again, as it stands now, in a new edition. @throws AppError `findings` */
export function reinstateIssue(actor: Actor, input: Input): Promise<Published> {
  return runCommand(actor, { id: input.commandId, name: 'reinstate-issue' }, async (tx) => {
    const issue = await lockIssue(tx, input.id)
    if (!canReadIssues(actor) || issue.removed) throw notFound('issue')
    if (!canReinstate(actor, issue)) throw new AppError('wrong_state', 'This issue is not withdrawn.')
    const draft = await loadDraftIn(tx, input.id)
    if (!draft) throw notFound('issue')
    await refuseBlockers(tx, draft)
    return writeEditionOf(tx, actor, draft, await readCurrent(tx, input.id), { at: now() })
  })
}
