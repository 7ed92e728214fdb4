import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { dateInZone } from '@/lib/schedule/rules'
import { pagesOf } from '@/lib/sponsors/landing-rules'
import { askForLandingCheck } from './ask-for-landing-check'

const DAY = 86_400_000
const DAYS_AFTER = 2
const copy = { select: { url: true, text: true } }

/**
 * Has the landing pages looked at of every slot with copy whose issue is still to come, or came in the last two days.
 */
export async function sweepLandingPages(): Promise<void> {
  const publication = await db().publication.findUnique({ where: { id: 1 }, select: { zone: true } })
  const today = dateInZone(now(), publication?.zone ?? 'UTC')
  const since = new Date(Date.parse(`${today}T00:00:00Z`) - DAYS_AFTER * DAY)
  const slots = await db().slot.findMany({
    where: {
      state: { in: ['COPY_SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED', 'RAN'] },
      issue: { removedAt: null, state: { notIn: ['SKIPPED', 'WITHDRAWN'] } },
      // What was published after its date is before readers for two days as well.
      OR: [
        { issue: { date: { gte: since } } },
        { ranAt: { gte: new Date(now().getTime() - DAYS_AFTER * DAY) } },
      ],
    },
    orderBy: [{ issue: { date: 'asc' } }, { id: 'asc' }],
    select: { id: true, submitted: copy, approved: copy },
  })
  for (const { id, submitted, approved } of slots) {
    const copies = [submitted, approved].filter((version) => version !== null)
    if (pagesOf(copies).length > 0) await askForLandingCheck(null, id)
  }
}
