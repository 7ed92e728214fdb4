import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { lockIssue } from '@/lib/issues/commands/locate'
import { canReadIssues } from '@/lib/issues/policy'
import type { commandSchema } from '@/lib/issues/schema'
import { checkLinksAhead } from '@/lib/preflight/commands/ask-for-link-check'
import { canSchedule, canUnschedule } from '@/lib/publishing/policy'
import type { Scheduled, ScheduleInput } from '@/lib/publishing/schema'
import { runCommand } from '@/lib/receipts/run-command'
import { scheduleAt } from '@/lib/schedule/rules'

/**
 * Schedules an issue for a wall time of the publication's zone; scheduling again moves it. What is saved before
 * that time goes out with it. Its links are checked now and shortly before.
 * @throws AppError `invalid` at `wall` for a time past or one that clocks skip; `wrong_state`
 */
export function scheduleIssue(actor: Actor, input: ScheduleInput, outer?: Tx): Promise<Scheduled> {
  return runCommand(
    actor,
    { id: input.commandId, name: 'schedule-issue' },
    async (tx) => {
      const issue = await lockIssue(tx, input.id)
      if (!canReadIssues(actor) || issue.removed) throw notFound('issue')
      if (!canSchedule(actor, issue)) throw new AppError('wrong_state', 'Only a draft can be scheduled.')
      const { zone } = await tx.publication.findUniqueOrThrow({ where: { id: 1 }, select: { zone: true } })
      const result = scheduleAt(input.wall, zone, now())
      if ('problem' in result)
        throw new AppError('invalid', result.problem, { fields: { wall: result.problem } })
      const schedule = { scheduledAt: new Date(result.at), scheduledWall: input.wall, scheduledZone: zone }
      const fresh = { ...schedule, heldReason: null, warnedOf: [] }
      await tx.issue.update({ where: { id: input.id }, data: { ...fresh, state: 'SCHEDULED' } })
      await checkLinksAhead(tx, input.id, fresh.scheduledAt)
      const detail = { wall: input.wall, zone }
      await recordAudit(tx, actor, {
        action: 'schedule-issue',
        subject: 'issue',
        subjectId: input.id,
        detail,
      })
      return { scheduledAt: result.at, wall: input.wall, zone, notice: result.notice }
    },
    outer,
  )
}

/** Makes a scheduled issue a draft again. @throws AppError `wrong_state` */
export function unscheduleIssue(
  actor: Actor,
  input: z.infer<typeof commandSchema> & { id: string },
): Promise<{ state: 'DRAFT' }> {
  return runCommand(actor, { id: input.commandId, name: 'unschedule-issue' }, async (tx) => {
    const issue = await lockIssue(tx, input.id)
    if (!canReadIssues(actor) || issue.removed) throw notFound('issue')
    if (!canUnschedule(actor, issue)) throw new AppError('wrong_state', 'This issue is not scheduled.')
    const none = {
      scheduledAt: null,
      scheduledWall: null,
      scheduledZone: null,
      heldReason: null,
      warnedOf: [],
    }
    await tx.issue.update({ where: { id: input.id }, data: { ...none, state: 'DRAFT' } })
    await recordAudit(tx, actor, { action: 'unschedule-issue', subject: 'issue', subjectId: input.id })
    return { state: 'DRAFT' }
  })
}
