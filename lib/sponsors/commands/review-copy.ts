import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { pagesOf } from '@/lib/sponsors/landing-rules'
import { mayAccept, mayReview } from '@/lib/sponsors/policy'
import { mayStep, stateInWords } from '@/lib/sponsors/rules'
import type { approveSchema, requestChangesSchema } from '@/lib/sponsors/schema'
import { askForLandingCheck } from './ask-for-landing-check'
import { type LockedSlot, lockSlot } from './locate-slot'
import { placePart } from './place-part'
import { tellContacts } from './tell-contacts'
import { tellEditors } from './tell-editors'

type ApproveInput = z.output<typeof approveSchema> & { slotId: string }

/**
 * Approves the version that was looked at: the approval is bound to its hash, and its text stands in the issue from now
 * on. For copy that runs, readers see it with the next correction. The studio approves; a sponsor accepts what the
 * studio wrote for it.
 * @throws AppError `conflict` where a newer version came meanwhile; `wrong_state`, `not_found`
 */
export function approveCopy(actor: Actor, input: ApproveInput, outer?: Tx): Promise<{ hash: string }> {
  return runCommand(
    actor,
    { id: input.commandId, name: 'approve-copy' },
    async (tx) => {
      const slot = await lockSlot(tx, actor, input.slotId)
      const version = await tx.adCopyVersion.findUnique({ where: { id: slot.versionId ?? slot.id } })
      const accepts = version !== null && mayAccept(actor, slot, version)
      if (!mayReview(actor) && !accepts) throw notFound('slot')
      // A button pressed twice.
      if (version && isApproved(slot, input.versionId)) return { hash: version.hash }
      if (!version || !mayStep(slot.state, 'approve')) refuse(slot)
      refuseOther(slot, input.versionId)
      const { hash, bySponsor } = version
      const onBehalf = !accepts && (input.onBehalf || !bySponsor)
      const at = now()
      const state = slot.state === 'RAN' ? 'RAN' : 'APPROVED'
      const approved = { state, approvedVersionId: version.id, approvedHash: hash } as const
      await tx.slot.update({ where: { id: slot.id }, data: { ...approved, version: slot.version + 1 } })
      const review = await tx.review.create({
        data: {
          slotId: slot.id,
          versionId: version.id,
          verdict: accepts ? 'ACCEPTED' : 'APPROVED',
          hash,
          comment: input.comment,
          bySponsor: accepts,
          byName: actor.name,
          onBehalf,
          ...evidenceOf(input),
          at,
        },
        select: { id: true },
      })
      await placePart(tx, slot, version)
      const detail = { version: version.number, hash, onBehalf }
      await recordAudit(tx, actor, { action: 'approve-copy', subject: 'slot', subjectId: slot.id, detail })
      if (pagesOf([version]).length > 0) await askForLandingCheck(tx, slot.id)
      if (accepts) await tellEditors(tx, slot.id, 'accepted', { byName: actor.name })
      else await tellContacts(tx, slot.id, 'approved', { aboutId: review.id })
      return { hash }
    },
    outer,
  )
}

const isApproved = ({ state, approvedVersionId }: LockedSlot, versionId: string) =>
  (state === 'APPROVED' || state === 'RAN') && approvedVersionId === versionId

function evidenceOf({ evidence }: ApproveInput) {
  if (!evidence) return {}
  const { name, type, base64 } = evidence
  return { evidenceName: name, evidenceType: type, evidence: new Uint8Array(Buffer.from(base64, 'base64')) }
}

/** Sends a version back with what should change. @throws AppError `conflict`, `wrong_state`, `not_found` */
export async function requestChanges(
  actor: Actor,
  input: z.output<typeof requestChangesSchema> & { slotId: string },
  outer?: Tx,
): Promise<{ id: string }> {
  if (!mayReview(actor)) throw notFound('slot')
  return runCommand(
    actor,
    { id: input.commandId, name: 'request-changes' },
    async (tx) => {
      const slot = await lockSlot(tx, actor, input.slotId)
      if (!slot.versionId || !mayStep(slot.state, 'requestChanges')) refuse(slot)
      refuseOther(slot, input.versionId)
      const running = slot.state === 'RAN'
      if (!running) {
        await tx.sponsorPart.deleteMany({ where: { slotId: slot.id } })
        const reopened = { state: 'CHANGES_REQUESTED', approvedVersionId: null, approvedHash: null } as const
        await tx.slot.update({ where: { id: slot.id }, data: { ...reopened, version: slot.version + 1 } })
      }
      const made = await tx.review.create({
        data: {
          slotId: slot.id,
          versionId: input.versionId,
          verdict: 'CHANGES_REQUESTED',
          comment: input.comment,
          byName: actor.name,
          at: now(),
        },
        select: { id: true },
      })
      await recordAudit(tx, actor, { action: 'request-changes', subject: 'slot', subjectId: slot.id })
      await tellContacts(tx, slot.id, 'changes-requested', { aboutId: made.id })
      return made
    },
    outer,
  )
}

function refuse(slot: LockedSlot): never {
  throw new AppError('wrong_state', `This slot is ${stateInWords(slot.state)}; there is nothing to review.`)
}

function refuseOther(slot: LockedSlot, versionId: string): void {
  if (slot.versionId === versionId) return
  throw new AppError('conflict', 'Newer copy came in meanwhile. Look at it before you decide.', {
    detail: { versionId: slot.versionId },
  })
}
