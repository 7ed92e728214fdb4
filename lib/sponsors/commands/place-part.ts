import { type AdCopyVersion, Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db/db'
import { partOf } from '@/lib/sponsors/part'
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
    position: `${String(placement.position).padStart(4, '0')}.${String(slot.ordinal).padStart(2, '0')}`,
  }
  await tx.sponsorPart.upsert({
    where: { slotId: slot.id },
    create: { ...part, slotId: slot.id },
    update: part,
  })
}
