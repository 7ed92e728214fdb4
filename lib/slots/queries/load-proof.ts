import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import type { ProofSource } from '@/lib/slots/schema'
import { partOf } from '@/lib/sponsors/part'
import { maySeeSlot } from '@/lib/sponsors/policy'
import { dayOf } from '@/lib/times/rules'

const imageFields = { id: true, hash: true, width: true, height: true } as const

/** Where an issue has no section yet, as many as an issue of this kind usually has. */
const USUAL = [{ isAfter: true }, { isAfter: false }]

/**
 * What the proof of a slot is made of: a version of its copy, or without one the copy as it is being written. Selects
 * nothing of the draft that could be shown by mistake.
 * @throws AppError `not_found`, for another company's slot and version too
 */
export async function loadProof(actor: Actor, slotId: string, versionId?: string): Promise<ProofSource> {
  const slot = await db().slot.findUnique({
    where: { id: slotId },
    select: {
      issueId: true,
      copyId: true,
      sponsorId: true,
      issue: { select: { date: true, lang: true, dir: true } },
      placement: { select: { at: true, sectionTitle: true } },
      sponsor: { select: { name: true, isHouse: true } },
      copy: { include: { image: { select: imageFields } } },
    },
  })
  if (!slot || !maySeeSlot(actor, slot)) throw notFound('slot')
  const version = versionId
    ? await db().adCopyVersion.findFirst({
        where: { id: versionId, copyId: slot.copyId ?? slotId, sponsorId: slot.sponsorId },
        include: { image: { select: imageFields } },
      })
    : slot.copy
  if (!version) throw notFound('copy')
  const publication = await db().publication.findUnique({
    where: { id: 1 },
    select: { name: true, sponsorLine: true, lang: true, dir: true },
  })
  const sections = await db().$queryRaw<{ isAfter: boolean }[]>`
    SELECT coalesce(lower(trim(section."title")) = lower(trim(${slot.placement.sectionTitle})), false) AS "isAfter"
    FROM "Section" section
    WHERE section."issueId" = ${slot.issueId}::uuid AND section."removedAt" IS NULL
      AND EXISTS (SELECT 1 FROM "Item" item WHERE item."sectionId" = section."id" AND item."removedAt" IS NULL)
    ORDER BY section."position"`
  // It has no address that readers know before it runs.
  const urlOf = ({ id }: { id: string }) => `/proof/${slotId}/image/${id}`
  const dir = slot.issue.dir ?? publication?.dir
  return {
    date: dayOf(slot.issue.date),
    lang: slot.issue.lang ?? publication?.lang ?? 'en',
    dir: dir === 'rtl' ? 'rtl' : 'ltr',
    sections: sections.length > 0 ? sections : USUAL,
    part: { at: slot.placement.at, ...partOf(version, slot.sponsor, publication, urlOf) },
  }
}

/** An image of the slot's own company, for whoever may see the slot. @throws AppError `not_found` */
export async function loadProofImage(
  actor: Actor,
  slotId: string,
  imageId: string,
): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> }> {
  const slot = await db().slot.findUnique({ where: { id: slotId }, select: { sponsorId: true } })
  if (!slot || !maySeeSlot(actor, slot)) throw notFound('slot')
  const where = { id: imageId, sponsorId: slot.sponsorId }
  const image = await db().adImage.findFirst({ where, select: { type: true, bytes: true } })
  if (!image) throw notFound('image')
  return image
}
