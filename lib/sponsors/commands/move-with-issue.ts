import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import { dayOf } from '@/lib/times/rules'
import { tellContacts } from './tell-contacts'

/** Takes the slots of an issue along to its new date, their deadlines with them, and tells their companies. */
export async function moveWithIssue(
  tx: Tx,
  actor: Actor,
  issueId: string,
  dates: { from: Date; to: Date },
): Promise<void> {
  const slots = await tx.slot.findMany({
    where: { issueId, state: { in: ['BOOKED', 'COPY_SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED'] } },
    orderBy: { id: 'asc' },
    select: { id: true, placementId: true },
  })
  for (const { id: subjectId, placementId } of slots) {
    const places = { from: issueId, to: issueId, fromPlacementId: placementId, placementId }
    const detail = { ...places, fromDate: dayOf(dates.from), toDate: dayOf(dates.to) }
    await recordAudit(tx, actor, { action: 'move-slot', subject: 'slot', subjectId, detail })
    await tellContacts(tx, subjectId, 'moved')
  }
}
