import type { Tx } from '@/lib/db/db'
import type { SlotAhead } from '@/lib/sponsors/reminders/duties'
import { deadlineOf } from '@/lib/sponsors/rules'
import { dayOf, daysAfter } from '@/lib/times/rules'

/** Copy for a slot that ran is asked for and changed in the weeks after it; what lies longer was let be. */
export const BEHIND_DAYS = 90

const select = {
  id: true,
  state: true,
  versionId: true,
  approvedVersionId: true,
  sponsor: { select: { name: true } },
  placement: { select: { name: true, deadlineDays: true } },
  issue: { select: { date: true } },
  submitted: { select: { bySponsor: true } },
  reviews: { where: { verdict: 'CHANGES_REQUESTED' }, select: { versionId: true } },
} as const

/**
 * The slots that somebody may have to see to: of issues to come, and those that ran and have newer copy which nobody has
 * judged. Asks no policy.
 */
export async function readSlotsAhead(tx: Tx, today: string): Promise<SlotAhead[]> {
  const from = new Date(`${daysAfter(today, -BEHIND_DAYS)}T00:00:00Z`)
  const found = await tx.slot.findMany({
    where: {
      sponsor: { removedAt: null },
      issue: { removedAt: null, date: { gte: from } },
      OR: [
        {
          state: { in: ['BOOKED', 'COPY_SUBMITTED', 'CHANGES_REQUESTED'] },
          issue: { state: { in: ['PLANNED', 'DRAFT', 'SCHEDULED'] } },
        },
        { state: 'RAN', issue: { state: 'PUBLISHED' } },
      ],
    },
    orderBy: { id: 'asc' },
    select,
  })
  return found.flatMap((slot): SlotAhead[] => {
    const { versionId, approvedVersionId, reviews, submitted, placement, sponsor } = slot
    const isJudged = versionId === approvedVersionId || reviews.some((said) => said.versionId === versionId)
    if (slot.state === 'RAN' && isJudged) return []
    const date = dayOf(slot.issue.date)
    return [
      {
        id: slot.id,
        state: slot.state,
        date,
        deadline: deadlineOf(date, placement.deadlineDays),
        placement: placement.name,
        sponsor: sponsor.name,
        versionId,
        writtenByStudio: submitted?.bySponsor === false,
      },
    ]
  })
}
