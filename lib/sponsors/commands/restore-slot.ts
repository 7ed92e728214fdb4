import { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import { isLive } from '@/lib/sponsors/rules'
import { slotStates } from '@/lib/sponsors/schema'
import { freeOrdinal, issueFor } from './book-slot'
import { type LockedSlot, lockSlot } from './locate-slot'
import { placePart } from './place-part'
import { refuseClash } from './refuse-clash'
import { tellContacts, untellContacts } from './tell-contacts'

const endSchema = z.object({ from: z.enum(slotStates), heldUntil: z.coerce.date().nullable() })

/**
 * Takes back that a slot was released or missed: it stands as it did before, in its place, which must be free still. Its
 * company hears of it only where it has heard of the end.
 * @throws AppError `wrong_state` where the issue is out or skipped, or the request that held it has ended; `taken` where
 *   its place is, or another date was booked for it; `not_found`
 */
export async function restoreSlot(
  actor: Actor,
  input: { commandId: string; id: string },
  outer?: Tx,
): Promise<{ id: string }> {
  if (!mayManageSponsors(actor)) throw notFound('slot')
  return runCommand(
    actor,
    { id: input.commandId, name: 'restore-slot' },
    async (tx) => {
      const slot = await lockSlot(tx, actor, input.id)
      if (isLive(slot.state)) throw new AppError('wrong_state', 'This booking is there already.')
      const { from, heldUntil } = await readEnd(tx, slot.id)
      await issueFor(tx, actor, { issueId: slot.issueId })
      if (from === 'HELD') await requireOpenRequest(tx, slot.id, heldUntil)
      await refuseSecond(tx, slot)
      const placement = await tx.placement.findUniqueOrThrow({ where: { id: slot.placementId } })
      const ordinal = await freeOrdinal(tx, slot.issueId, placement, slot.ordinal)
      await refuseClash(tx, slot.issueId, { sponsorId: slot.sponsorId, slotId: slot.id })
      const data = { state: from, heldUntil, ordinal, reason: '', version: slot.version + 1 }
      await tx.slot.update({ where: { id: slot.id }, data })
      if (from === 'APPROVED' && slot.approvedVersionId) {
        const where = { id: slot.approvedVersionId }
        await placePart(tx, { ...slot, ordinal }, await tx.adCopyVersion.findUniqueOrThrow({ where }))
      }
      const detail = { issueId: slot.issueId, from: slot.state, to: from }
      await recordAudit(tx, actor, { action: 'restore-slot', subject: 'slot', subjectId: slot.id, detail })
      const wasSilent = from === 'HELD' || (await untellContacts(tx, slot.id, 'ended'))
      if (!wasSilent) await tellContacts(tx, slot.id, 'booked')
      return { id: slot.id }
    },
    outer,
  )
}

/** How it stood before it ended; the audit knows. */
async function readEnd(tx: Tx, slotId: string) {
  const event = await tx.auditEvent.findFirst({
    where: { subjectId: slotId, subject: 'slot', action: { in: ['release-slot', 'miss-slot'] } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { detail: true },
  })
  const end = endSchema.safeParse(event?.detail)
  if (end.success) return end.data
  throw new AppError('wrong_state', 'How this booking stood is not known any more. Book it again.')
}

/** Whoever asked for a hold was told that it ended, once the request has. */
async function requireOpenRequest(tx: Tx, slotId: string, heldUntil: Date | null): Promise<void> {
  const open = await tx.slotRequest.count({ where: { slotId, state: 'OPEN' } })
  if (open > 0 && heldUntil && heldUntil > now()) return
  throw new AppError('wrong_state', 'The request for this place has ended meanwhile.')
}

/** One booking for one: neither beside its own make-good, nor as a second make-good, nor of a company that is gone. */
async function refuseSecond(tx: Tx, slot: LockedSlot): Promise<void> {
  const company = await tx.$queryRaw<unknown[]>`
    SELECT 1 AS "locked" FROM "Sponsor"
    WHERE "id" = ${slot.sponsorId}::uuid AND "removedAt" IS NULL FOR NO KEY UPDATE`
  if (company.length === 0) throw notFound('sponsor')
  const { makeGoodForId } = await tx.slot.findUniqueOrThrow({
    where: { id: slot.id },
    select: { makeGoodForId: true },
  })
  const goods = await tx.slot.count({
    where: {
      id: { not: slot.id },
      makeGoodForId: { in: makeGoodForId ? [slot.id, makeGoodForId] : [slot.id] },
      state: { notIn: ['RELEASED', 'MISSED'] },
    },
  })
  if (goods > 0) throw new AppError('taken', 'Another date is booked for it already. Release that one first.')
}
