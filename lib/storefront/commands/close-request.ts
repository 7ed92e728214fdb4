import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import type { LockedRequest } from './lock-request'

/**
 * Ends a request whose place is given back, and with it the company that was made for it, unless that was confirmed
 * or has another slot.
 */
export async function closeRequest(
  tx: Tx,
  { id, slot }: LockedRequest,
  { state, answer }: { state: 'DECLINED' | 'LAPSED'; answer: string },
): Promise<void> {
  const at = now()
  await tx.slotRequest.update({ where: { id }, data: { state, answer, answeredAt: at } })
  const none = { none: { state: { notIn: ['RELEASED' as const, 'MISSED' as const] } } }
  const where = { id: slot.sponsorId, confirmedAt: null, removedAt: null, slots: none }
  await tx.sponsor.updateMany({ where, data: { removedAt: at } })
}
