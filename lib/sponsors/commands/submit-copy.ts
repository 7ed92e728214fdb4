import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { dateInZone } from '@/lib/schedule/rules'
import { hashCopy } from '@/lib/sponsors/copy-hash'
import { pagesOf } from '@/lib/sponsors/landing-rules'
import { maySubmitCopy } from '@/lib/sponsors/policy'
import { deadlineOf, findCopyProblems, stateInWords } from '@/lib/sponsors/rules'
import type { AdCopyContent, submitCopySchema } from '@/lib/sponsors/schema'
import { approveOwn } from './approve-own'
import { askForLandingCheck } from './ask-for-landing-check'
import { type LockedSlot, lockSlot } from './locate-slot'
import { lockCopy } from './save-copy'
import { tellContacts } from './tell-contacts'
import { tellEditors } from './tell-editors'

export type SubmittedCopy = { versionId: string; number: number; late: boolean }

/**
 * Makes an immutable version of the copy as it stands, for review. An approval of an earlier one is off, except for copy
 * that runs: that stays up until the new one is approved.
 * @throws AppError `invalid` with what the spec says against it; `conflict` where it changed since it was looked at;
 *   `wrong_state` after the deadline, where the placement takes nothing late, and where the slot is over
 */
export function submitCopy(
  actor: Actor,
  input: z.output<typeof submitCopySchema> & { slotId: string },
  outer?: Tx,
): Promise<SubmittedCopy> {
  return runCommand(
    actor,
    { id: input.commandId, name: 'submit-copy' },
    async (tx) => {
      const slot = await lockSlot(tx, actor, input.slotId)
      if (!maySubmitCopy(actor, slot)) {
        throw new AppError(
          'wrong_state',
          `This slot is ${stateInWords(slot.state)}; nothing can be sent for it now.`,
        )
      }
      const { row, content } = await lockCopy(tx, slot.copyId)
      if (row.version !== input.version) throw changedMeanwhile(row.version)
      return makeVersion(tx, actor, slot, { copyId: row.id, content })
    },
    outer,
  )
}

/** What is sent in is what its sender saw. */
export function changedMeanwhile(version: number): AppError {
  const message = 'The copy was changed by somebody else a moment ago. Look at it again before you send it.'
  return new AppError('conflict', message, { detail: { version } })
}

/** A new version of a slot's copy, or the last one where nothing changed, put before the reviewer. */
export async function makeVersion(
  tx: Tx,
  actor: Actor,
  slot: LockedSlot,
  { copyId, content }: { copyId: string; content: AdCopyContent },
): Promise<SubmittedCopy> {
  const placement = await tx.placement.findUniqueOrThrow({ where: { id: slot.placementId } })
  const fields = findCopyProblems(content, placement)
  const [problem] = Object.values(fields)
  if (problem) throw new AppError('invalid', problem, { fields })
  const late = await isLate(tx, slot, placement.deadlineDays)
  const bySponsor = actor.kind === 'contact'
  if (late && bySponsor && !placement.acceptsLate && slot.state !== 'CHANGES_REQUESTED') {
    const message =
      'The deadline for this slot has passed, and nothing is taken after it. Write to the editors.'
    throw new AppError('wrong_state', message)
  }
  const image = content.imageId
    ? await tx.adImage.findUnique({ where: { id: content.imageId }, select: { hash: true } })
    : null
  if (content.imageId && !image) throw notFound('image')
  const hash = hashCopy({ ...content, image: image?.hash ?? null })
  const standing = await approvedAlready(tx, slot, hash)
  if (standing) return standing
  const last = await tx.adCopyVersion.findFirst({
    where: { copyId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, hash: true, bySponsor: true },
  })
  const known = last && last.hash === hash && last.bySponsor === bySponsor ? last : null
  const version =
    known ??
    (await tx.adCopyVersion.create({
      data: {
        ...content,
        copyId,
        sponsorId: slot.sponsorId,
        number: (last?.number ?? 0) + 1,
        hash,
        bySponsor,
        byName: actor.name,
        submittedAt: now(),
      },
      select: { id: true, number: true },
    }))
  await putBeforeReview(tx, slot, version.id, late)
  const detail = { version: version.number, late }
  await recordAudit(tx, actor, { action: 'submit-copy', subject: 'slot', subjectId: slot.id, detail })
  // A form pressed twice sends the same again, which is no news.
  if (slot.state !== 'COPY_SUBMITTED' || slot.versionId !== version.id) {
    if (bySponsor) await tellEditors(tx, slot.id, 'submitted', { byName: actor.name })
    else await tellContacts(tx, slot.id, 'written', { aboutId: version.id })
  }
  if (pagesOf([content]).length > 0) await askForLandingCheck(tx, slot.id)
  await approveOwn(tx, actor, slot, version.id)
  return { versionId: version.id, number: version.number, late }
}

/** The approved version where the same is sent in again, which reopens nothing; null where it is news. */
async function approvedAlready(tx: Tx, slot: LockedSlot, hash: string): Promise<SubmittedCopy | null> {
  const { approvedVersionId: id, approvedHash, versionId } = slot
  if (id === null || hash !== approvedHash || versionId !== id) return null
  const { number } = await tx.adCopyVersion.findUniqueOrThrow({ where: { id }, select: { number: true } })
  return { versionId: id, number, late: false }
}

async function putBeforeReview(tx: Tx, slot: LockedSlot, versionId: string, late: boolean): Promise<void> {
  const submitted = { versionId, submittedLate: late, version: slot.version + 1 }
  if (slot.state === 'RAN') {
    await tx.slot.update({ where: { id: slot.id }, data: submitted })
    return
  }
  await tx.sponsorPart.deleteMany({ where: { slotId: slot.id } })
  const reopened = { state: 'COPY_SUBMITTED', approvedVersionId: null, approvedHash: null } as const
  await tx.slot.update({ where: { id: slot.id }, data: { ...submitted, ...reopened } })
}

async function isLate(tx: Tx, slot: LockedSlot, deadlineDays: number): Promise<boolean> {
  const publication = await tx.publication.findUnique({ where: { id: 1 }, select: { zone: true } })
  const today = dateInZone(now(), publication?.zone ?? 'UTC')
  return today > deadlineOf(slot.issue.date.toISOString().slice(0, 10), deadlineDays)
}
