import type { Tx } from '@/lib/db/db'

type Wait = { issueId: string; placementId: string; sponsorId: string }

/** Ends a company's waiting, since it has the place now; `at`: since when, by which an undone booking finds it again. */
export async function endWait(tx: Tx, wait: Wait, at: Date): Promise<void> {
  await tx.slotWait.updateMany({ where: { ...wait, endedAt: null }, data: { endedAt: at } })
}
