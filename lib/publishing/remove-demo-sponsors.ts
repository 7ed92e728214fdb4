import type { Tx } from '@/lib/db/db'
import type { DemoRecords } from './demo-content'

/**
 * Removes the slots of the demo's issues and companies with all that hangs on them, then those companies. Part of
 * removing the demo, and only there: the caller says so to the triggers that keep such rows.
 */
export async function removeDemoSponsors(
  tx: Tx,
  { issueIds, sponsorIds }: Pick<DemoRecords, 'issueIds' | 'sponsorIds'>,
): Promise<void> {
  const slots = await tx.slot.findMany({
    where: { OR: [{ issueId: { in: issueIds } }, { sponsorId: { in: sponsorIds } }] },
    select: { id: true, copyId: true },
  })
  const ids = { in: slots.map(({ id }) => id) }
  const ofSlots = { where: { slotId: ids } }
  await tx.slotRequest.deleteMany(ofSlots)
  await tx.clickCount.deleteMany({ where: { target: { slotId: ids } } })
  await tx.clickTarget.deleteMany(ofSlots)
  await tx.reportSnapshot.deleteMany(ofSlots)
  await tx.sponsorPart.deleteMany(ofSlots)
  await tx.slot.updateMany({ where: { makeGoodForId: ids }, data: { makeGoodForId: null } })
  await tx.slot.deleteMany({ where: { id: ids } })
  const ofSponsors = { where: { sponsorId: { in: sponsorIds } } }
  const written = { in: slots.flatMap(({ copyId }) => copyId ?? []) }
  const copies = { slots: { none: {} }, OR: [{ id: written }, ofSponsors.where] }
  await tx.adCopyVersion.deleteMany({ where: { copy: copies } })
  await tx.adCopy.deleteMany({ where: copies })
  await tx.adImage.deleteMany(ofSponsors)
  await tx.sponsorContact.deleteMany(ofSponsors)
  await tx.sponsor.deleteMany({ where: { id: { in: sponsorIds } } })
  // Asked for in one of the demo's issues, and never confirmed.
  await tx.adCopy.deleteMany({ where: { sponsor: { confirmedAt: null, slots: { none: {} } } } })
  await tx.sponsor.deleteMany({ where: { confirmedAt: null, slots: { none: {} } } })
}
