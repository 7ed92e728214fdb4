import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'

type Wait = { issueId: string; placementId: string; sponsorId: string }

/** Ends a company's waiting, since it has the place now. */
export async function endWait(tx: Tx, wait: Wait): Promise<void> {
  await tx.slotWait.updateMany({ where: { ...wait, endedAt: null }, data: { endedAt: now() } })
}
