import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import { findCopyProblems, mayStep, stateInWords } from '@/lib/sponsors/rules'
import { adCopySchema, type moveSlotSchema } from '@/lib/sponsors/schema'
import { freeOrdinal, issueFor, issueOn } from './book-slot'
import { endWait } from './end-wait'
import { type LockedSlot, lockSlot } from './locate-slot'
import { placePart } from './place-part'
import { refuseClash } from './refuse-clash'
import { tellContacts } from './tell-contacts'

type Input = z.output<typeof moveSlotSchema> & { id: string }
/** Where it came from, for taking it back; `reopened`: its approved copy doesn't fit the new placement. */
export type MovedSlot = { issueId: string; from: { issueId: string; placementId: string }; reopened: boolean }

/**
 * Moves a booking to another issue, date or placement, with its copy. Approved copy stays approved where the new
 * placement takes it as it is.
 * @throws AppError `taken`, `wrong_state`, `not_found`
 */
export async function moveSlot(actor: Actor, input: Input, outer?: Tx): Promise<MovedSlot> {
  if (!mayManageSponsors(actor)) throw notFound('slot')
  return runCommand(
    actor,
    { id: input.commandId, name: 'move-slot' },
    async (tx) => {
      const before = await tx.slot.findUnique({ where: { id: input.id }, select: { issueId: true } })
      if (!before) throw notFound('slot')
      const target = await lockBoth(tx, actor, before.issueId, input)
      const slot = await lockSlot(tx, actor, input.id)
      if (!mayStep(slot.state, 'move')) {
        throw new AppError('wrong_state', `This slot is ${stateInWords(slot.state)}; it can’t be moved.`)
      }
      const placementId = input.placementId ?? slot.placementId
      const from = { issueId: slot.issueId, placementId: slot.placementId }
      if (target === slot.issueId && placementId === slot.placementId)
        return { issueId: target, from, reopened: false }
      const placement = await tx.placement.findFirst({ where: { id: placementId, retiredAt: null } })
      if (!placement) throw notFound('placement')
      const ordinal = await freeOrdinal(tx, target, placement)
      if (target !== slot.issueId)
        await refuseClash(tx, target, { sponsorId: slot.sponsorId, slotId: slot.id })
      const moved = { ...slot, issueId: target, placementId, ordinal }
      const data = { issueId: target, placementId, ordinal, version: slot.version + 1 }
      await tx.slot.update({ where: { id: slot.id }, data })
      const reopened = await takeCopyAlong(tx, moved, placement)
      await endWait(tx, { issueId: target, placementId, sponsorId: slot.sponsorId }, now())
      const detail = {
        from: from.issueId,
        to: target,
        fromPlacementId: from.placementId,
        placementId,
        reopened,
      }
      await recordAudit(tx, actor, { action: 'move-slot', subject: 'slot', subjectId: slot.id, detail })
      if (slot.state !== 'HELD') await tellContacts(tx, slot.id, 'moved')
      return { issueId: target, from, reopened }
    },
    outer,
  )
}

/** Locks both issues, in the order of their ids: two moves the other way round don't wait for each other. */
async function lockBoth(tx: Tx, actor: Actor, from: string, { issueId, date }: Input): Promise<string> {
  const to = issueId ?? (date === undefined ? from : await issueOn(tx, actor, date))
  if (to === from) return from
  await tx.$queryRaw`
    SELECT 1 AS "locked" FROM "Issue" WHERE "id" IN (${from}::uuid, ${to}::uuid) ORDER BY "id" FOR NO KEY UPDATE`
  return issueFor(tx, actor, { issueId: to })
}

async function takeCopyAlong(
  tx: Tx,
  slot: LockedSlot,
  placement: Parameters<typeof findCopyProblems>[1],
): Promise<boolean> {
  if (slot.state !== 'APPROVED' || !slot.approvedVersionId) return false
  const version = await tx.adCopyVersion.findUniqueOrThrow({ where: { id: slot.approvedVersionId } })
  const { headline, text, callToAction, url, imageId, imageAlt } = version
  const copy = adCopySchema.parse({ headline, text, callToAction, url, imageId, imageAlt })
  if (Object.keys(findCopyProblems(copy, placement)).length === 0) {
    await placePart(tx, slot, version)
    return false
  }
  await tx.sponsorPart.deleteMany({ where: { slotId: slot.id } })
  const reopened = { state: 'COPY_SUBMITTED', approvedVersionId: null, approvedHash: null } as const
  await tx.slot.update({ where: { id: slot.id }, data: reopened })
  return true
}
