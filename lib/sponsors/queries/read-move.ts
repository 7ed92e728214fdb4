import type { Tx } from '@/lib/db/db'
import { type Move, moveInOne } from '@/lib/sponsors/mails/rules'

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const dateIn = (value: unknown) => (typeof value === 'string' ? value : undefined)

/**
 * Where a slot was before its last moves, those of one sitting taken as one; null where it stands there again. The audit
 * knows. Asks no policy.
 */
export async function readMove(tx: Tx, slotId: string): Promise<{ date: string; placement: string } | null> {
  const events = await tx.auditEvent.findMany({
    where: { subjectId: slotId, subject: 'slot', action: 'move-slot' },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { at: true, detail: true },
  })
  const moves = events.map(({ at, detail }): Move => {
    const { from, to, fromPlacementId, placementId, fromDate, toDate } = detail as Record<string, unknown>
    return {
      at,
      from: { issueId: text(from), placementId: text(fromPlacementId), date: dateIn(fromDate) },
      to: { issueId: text(to), placementId: text(placementId), date: dateIn(toDate) },
    }
  })
  const from = moveInOne(moves)
  if (!from) return null
  const issue = await tx.issue.findUnique({ where: { id: from.issueId }, select: { date: true } })
  const placement = await tx.placement.findUnique({ where: { id: from.placementId }, select: { name: true } })
  if (!issue || !placement) return null
  return { date: from.date ?? issue.date.toISOString().slice(0, 10), placement: placement.name }
}
