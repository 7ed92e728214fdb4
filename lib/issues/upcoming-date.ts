import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { dateInZone, nextDate, nextWeekday } from '@/lib/schedule/rules'

/** One step of the cadence after the last issue; where that has passed, the next usual weekday from today. */
export async function upcomingDate(tx: Tx): Promise<string> {
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
