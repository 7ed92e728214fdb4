import { type AdCopyVersion, Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db/db'
import { namesOf, partOf } from '@/lib/sponsors/part'
import type { LockedSlot } from './locate-slot'

/**
 * Puts approved copy into its issue, at the slot's placement: what previews and editions are built from. One part for a
 * slot, whose id stays the same through every correction.
 */
export async function placePart(tx: Tx, slot: LockedSlot, version: AdCopyVersion): Promise<void> {
  const placement = await tx.placement.findUniqueOrThrow({ where: { id: slot.placementId } })
  const sponsor = await tx.sponsor.findUniqueOrThrow({ where: { id: slot.sponsorId } })
  const publication = await tx.publication.findUnique({
    where: { id: 1 },
    select: { name: true, sponsorLine: true },
  })
  const image = version.imageId
    ? await tx.adImage.findUniqueOrThrow({
        where: { id: version.imageId },
        select: { hash: true, width: true, height: true },
      })
    : null
  const { image: shown, ...texts } = partOf({ ...version, image }, sponsor, publication)
  const part = {
    ...texts,
    image: shown ?? Prisma.DbNull,
    issueId: slot.issueId,
    at: placement.at,
    sectionTitle: placement.at === 'after' ? placement.sectionTitle : null,
    position: orderOf(placement.position, slot.ordinal),
  }
  await tx.sponsorPart.upsert({
    where: { slotId: slot.id },
    create: { ...part, slotId: slot.id },
    update: part,
  })
}

/** Order of parts at one place: by placement, then by place in it. Compared as bytes. */
const orderOf = (position: number, ordinal: number) =>
  `${String(position).padStart(4, '0')}.${String(ordinal).padStart(2, '0')}`

/**
 * Puts approved parts that are still to come anew, where the placement stands now and under the company's name now; what
 * they say stays as it was approved. What has run changes with a correction only.
 */
export async function replaceParts(
  tx: Tx,
  slots: { sponsorId: string } | { placementId: { in: string[] } },
): Promise<void> {
  const found = await tx.slot.findMany({
    where: { ...slots, state: 'APPROVED', part: { isNot: null } },
    select: {
      id: true,
      ordinal: true,
      sponsor: { select: { name: true, isHouse: true } },
      placement: { select: { at: true, sectionTitle: true, position: true } },
    },
  })
  const names = await tx.publication.findUnique({
    where: { id: 1 },
    select: { name: true, sponsorLine: true },
  })
  for (const { id: slotId, ordinal, sponsor, placement } of found) {
    const { at, sectionTitle, position } = placement
    const data = { at, sectionTitle, position: orderOf(position, ordinal), ...namesOf(sponsor, names) }
    await tx.sponsorPart.updateMany({ where: { slotId }, data })
  }
}
