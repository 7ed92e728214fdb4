import type { Actor } from '@/lib/accounts/schema'
import type { Tx } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import type { IssueState } from '@/lib/issues/schema'
import { maySeeSlot } from '@/lib/sponsors/policy'
import type { SlotView } from '@/lib/sponsors/schema'

export type LockedSlot = SlotView & {
  placementId: string
  ordinal: number
  copyId: string | null
  approvedHash: string | null
  version: number
  issue: { state: IssueState; date: Date; removed: boolean }
}

/**
 * A slot with its issue, both locked until the transaction ends: the issue first, as publishing does, so that neither
 * waits for the other in a circle. Absent and another company's look alike.
 * @throws AppError `not_found`
 */
export async function lockSlot(tx: Tx, actor: Actor, id: string): Promise<LockedSlot> {
  await lockIssueOf(tx, id)
  const [row] = await tx.$queryRaw<LockedSlot[]>`
    SELECT slot."id", slot."state"::text, slot."sponsorId", slot."issueId", slot."placementId", slot."ordinal",
           slot."copyId", slot."versionId", slot."approvedVersionId", slot."approvedHash", slot."version",
           json_build_object('state', issue."state", 'date', issue."date", 'removed', issue."removedAt" IS NOT NULL) AS "issue"
    FROM "Slot" slot JOIN "Issue" issue ON issue."id" = slot."issueId"
    WHERE slot."id" = ${id}::uuid FOR UPDATE OF slot`
  if (!row || !maySeeSlot(actor, row)) throw notFound('slot')
  return { ...row, issue: { ...row.issue, date: new Date(`${row.issue.date}T00:00:00Z`) } }
}

/** Whoever moves a slot holds both issues: once the issue is locked that the slot is in, it stays there. */
async function lockIssueOf(tx: Tx, slotId: string): Promise<void> {
  for (let held = ''; ; ) {
    const slot = await tx.slot.findUnique({ where: { id: slotId }, select: { issueId: true } })
    if (!slot || slot.issueId === held) return
    held = slot.issueId
    await tx.$queryRaw`SELECT 1 AS "locked" FROM "Issue" WHERE "id" = ${held}::uuid FOR NO KEY UPDATE`
  }
}
