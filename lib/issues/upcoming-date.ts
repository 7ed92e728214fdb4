import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import type { IssueState } from '@/lib/issues/schema'
import { dateInZone, nextDate, nextWeekday } from '@/lib/schedule/rules'
import { dayOf } from '@/lib/times/rules'

/**
 * One step of the cadence after the last issue that was opened, or where that has passed, the next usual weekday
 * from today; then on, past the dates that are planned or skipped already, unless told not to.
 */
export async function upcomingDate(tx: Tx, { skipsPlanned = true } = {}): Promise<string> {
  const publication = await tx.publication.findUnique({
    where: { id: 1 },
    select: { zone: true, cadence: true, weekday: true },
  })
  const { zone, cadence, weekday } = publication ?? { zone: 'UTC', cadence: 'WEEKLY', weekday: 7 }
  const today = dateInZone(now(), zone)
  const spoken: IssueState[] = ['PLANNED', 'SKIPPED']
  const last = await tx.issue.findFirst({
    where: { removedAt: null, state: { notIn: spoken } },
    orderBy: { date: 'desc' },
    select: { date: true },
  })
  const following = last ? nextDate(dayOf(last.date), cadence) : today
  let date = last && following >= today ? following : nextWeekday(today, weekday)
  if (!skipsPlanned) return date
  const planned = await tx.issue.findMany({
    where: { removedAt: null, state: { in: spoken }, date: { gte: new Date(`${date}T00:00:00Z`) } },
    select: { date: true },
  })
  const taken = new Set(planned.map((issue) => dayOf(issue.date)))
  while (taken.has(date)) date = nextDate(date, cadence)
  return date
}

/**
 * The planned issue that is to be opened next: one from today on, and not after `date`, the next one of the cadence. What
 * is planned far ahead, for a sponsor, say, waits.
 */
export async function plannedUntil(tx: Tx, date: string): Promise<{ id: string; date: Date } | null> {
  const publication = await tx.publication.findUnique({ where: { id: 1 }, select: { zone: true } })
  const today = dateInZone(now(), publication?.zone ?? 'UTC')
  const [from, to] = [today, date].map((day) => new Date(`${day}T00:00:00Z`))
  return tx.issue.findFirst({
    where: { state: 'PLANNED', removedAt: null, date: { gte: from ?? now(), lte: to ?? now() } },
    orderBy: { date: 'asc' },
    select: { id: true, date: true },
  })
}
