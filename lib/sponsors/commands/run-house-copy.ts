import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/accounts/schema'
import type { Tx } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import { bookSlot } from './book-slot'
import { missSlot } from './end-slot'
import { ensureHouse } from './ensure-house'
import { lockSlot } from './locate-slot'
import { reuseCopy } from './reuse-copy'
import { approveCopy } from './review-copy'

export type HouseRun = { slotId: string; approved: boolean }

/**
 * House copy in place of a sponsor that sent nothing: the sponsor's slot is missed, and the house has its place. What the
 * house ran last in this placement, or in any, runs again at once; where it never ran anything, its slot waits for copy.
 * @throws AppError `wrong_state`, `not_found`
 */
export async function runHouseCopy(
  actor: Actor,
  input: { commandId: string; slotId: string },
  outer?: Tx,
): Promise<HouseRun> {
  if (!mayManageSponsors(actor)) throw notFound('slot')
  return runCommand(
    actor,
    { id: input.commandId, name: 'run-house-copy' },
    async (tx) => {
      const slot = await lockSlot(tx, actor, input.slotId)
      const reason = 'House copy ran in its place.'
      await missSlot(actor, { commandId: randomUUID(), id: slot.id, reason }, tx)
      const { id: sponsorId } = await ensureHouse(tx)
      const { issueId, placementId } = slot
      const booking = { commandId: randomUUID(), issueId, placementId, sponsorId, price: 0 }
      const { id: slotId } = await bookSlot(actor, booking, tx)
      const last = await tx.slot.findFirst({
        where: { sponsorId, approvedVersionId: { not: null } },
        // Of this placement first: what fits there.
        orderBy: [{ ranAt: { sort: 'desc', nulls: 'last' } }, { createdAt: 'desc' }],
        select: { approvedVersionId: true },
      })
      if (!last?.approvedVersionId) return { slotId, approved: false }
      const again = {
        commandId: randomUUID(),
        slotId,
        versionId: last.approvedVersionId,
        submit: 'yes' as const,
      }
      const { submitted } = await reuseCopy(actor, again, tx)
      const versionId = submitted?.versionId ?? ''
      const yes = { commandId: randomUUID(), slotId, versionId, comment: '', onBehalf: false }
      await approveCopy(actor, yes, tx)
      return { slotId, approved: true }
    },
    outer,
  )
}
