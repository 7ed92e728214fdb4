import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { tellContacts } from './tell-contacts'

type RunningSlot = { id: string; state: string; approvedHash: string | null; hash: string | null }

/**
 * Part of publishing: locks the issue's slots, compares the hash that was approved with the version that runs, and
 * marks what runs. A hold that nobody turned into a booking lapses. What is booked without approved copy was a finding
 * that blocks, so meeting one here means that it was booked in this very moment.
 * @throws AppError `wrong_state`
 */
export async function runSlots(tx: Tx, actor: Actor, issueId: string, at: Date): Promise<void> {
  const slots = await tx.$queryRaw<RunningSlot[]>`
    SELECT slot."id", slot."state"::text, slot."approvedHash", version."hash"
    FROM "Slot" slot LEFT JOIN "AdCopyVersion" version ON version."id" = slot."approvedVersionId"
    WHERE slot."issueId" = ${issueId}::uuid AND slot."state" NOT IN ('RELEASED', 'MISSED')
    ORDER BY slot."id" FOR UPDATE OF slot`
  for (const slot of slots) {
    if (slot.state === 'HELD') {
      const reason = 'The issue was published while the hold was open.'
      await tx.slot.update({ where: { id: slot.id }, data: { state: 'RELEASED', reason } })
      continue
    }
    if ((slot.state !== 'APPROVED' && slot.state !== 'RAN') || slot.hash !== slot.approvedHash) {
      throw new AppError(
        'wrong_state',
        'A sponsor’s slot of this issue has no approved copy. Look at it first.',
      )
    }
    if (slot.state === 'RAN') {
      if (await isNews(tx, slot.id, issueId)) await tellContacts(tx, slot.id, 'live')
      continue
    }
    await tx.slot.update({ where: { id: slot.id }, data: { state: 'RAN', ranAt: at } })
    await recordAudit(tx, actor, {
      action: 'run-slot',
      subject: 'slot',
      subjectId: slot.id,
      detail: { issueId },
    })
    await tellContacts(tx, slot.id, 'ran')
  }
}

/** Whether copy of a slot that runs was approved after the edition before this one: readers see it now first. */
async function isNews(tx: Tx, slotId: string, issueId: string): Promise<boolean> {
  const [, before] = await tx.edition.findMany({
    where: { issueId },
    orderBy: { edition: 'desc' },
    take: 2,
    select: { publishedAt: true },
  })
  if (!before) return false
  const approvals = await tx.review.count({
    where: { slotId, verdict: { in: ['APPROVED', 'ACCEPTED'] }, at: { gt: before.publishedAt } },
  })
  return approvals > 0
}
