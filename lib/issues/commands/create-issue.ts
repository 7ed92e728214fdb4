import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { canCreateIssue } from '@/lib/issues/policy'
import type { createIssueSchema } from '@/lib/issues/schema'
import { runCommand } from '@/lib/receipts/run-command'
import { dateInZone, nextDate, nextWeekday } from '@/lib/schedule/rules'
import { fillFromTemplates } from './open-issue'

export type CreatedIssue = { id: string; number: number | null; slug: string | null; date: string }

/**
 * Makes an issue: a planned date, or a draft opened at once. Without a date it takes the next one of the cadence.
 * @throws AppError `forbidden`; `wrong_state` before there is a publication
 */
export async function createIssue(
  actor: Actor,
  input: z.infer<typeof createIssueSchema>,
  outer?: Tx,
): Promise<CreatedIssue> {
  if (!canCreateIssue(actor)) throw new AppError('forbidden', 'Only owners and editors make issues.')
  return runCommand(
    actor,
    { id: input.commandId, name: 'create-issue' },
    async (tx) => {
      const day = input.date ?? (await upcomingDate(tx))
      const date = new Date(`${day}T00:00:00Z`)
      const { id } = await tx.issue.create({ data: { date, state: 'PLANNED' }, select: { id: true } })
      if (input.as === 'DRAFT') return fillFromTemplates(tx, actor, id, date)
      const detail = { date: day }
      await recordAudit(tx, actor, { action: 'plan-issue', subject: 'issue', subjectId: id, detail })
      return { id, number: null, slug: null, date: day }
    },
    outer,
  )
}

/** One step of the cadence after the last issue; where that has passed, the next usual weekday from today. */
async function upcomingDate(tx: Tx): Promise<string> {
  const publication = await tx.publication.findUnique({
    where: { id: 1 },
    select: { zone: true, cadence: true, weekday: true },
  })
  const today = dateInZone(now(), publication?.zone ?? 'UTC')
  const soonest = nextWeekday(today, publication?.weekday ?? 7)
  const last = await tx.issue.findFirst({
    where: { removedAt: null },
    orderBy: { date: 'desc' },
    select: { date: true },
  })
  if (!last || !publication) return soonest
  const next = nextDate(last.date.toISOString().slice(0, 10), publication.cadence)
  return next >= today ? next : soonest
}
