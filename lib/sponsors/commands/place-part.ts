import type { AdCopyVersion } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db/db'
import { labelFor } from '@/lib/sponsors/rules'
import type { LockedSlot } from './locate-slot'

/**
 * Puts approved copy into its issue, at the slot's placement: what previews and editions are built from. One part for a
 * slot, whose id stays the same through every correction.
 */
export async function placePart(tx: Tx, slot: LockedSlot, version: AdCopyVersion): Promise<void> {
  const placement = await tx.placement.findUniqueOrThrow({ where: { id: slot.placementId } })
  const { name, isHouse } = await tx.sponsor.findUniqueOrThrow({ where: { id: slot.sponsorId } })
  const publication = await tx.publication.findUnique({
    where: { id: 1 },
    select: { name: true, sponsorLine: true },
  })
  const orNull = (text: string) => (text.trim() === '' ? null : text)
  const label = isHouse
    ? `From ${publication?.name ?? name}`
    : labelFor(publication?.sponsorLine ?? '{name}', name)
  const part = {
    issueId: slot.issueId,
    at: placement.at,
    sectionTitle: placement.at === 'after' ? placement.sectionTitle : null,
    label,
    sponsor: isHouse ? null : name,
    headline: orNull(version.headline),
    text: version.text,
    callToAction: orNull(version.callToAction),
    url: orNull(version.url),
    position: `${String(placement.position).padStart(4, '0')}.${String(slot.ordinal).padStart(2, '0')}`,
  }
  await tx.sponsorPart.upsert({
    where: { slotId: slot.id },
    create: { ...part, slotId: slot.id },
    update: part,
  })
}
