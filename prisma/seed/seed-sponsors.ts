import { randomUUID } from 'node:crypto'
import type { SystemActor, UserActor } from '@/lib/accounts/schema'
import type { Tx } from '@/lib/db/db'
import { bookSlot } from '@/lib/sponsors/commands/book-slot'
import { createPlacement } from '@/lib/sponsors/commands/create-placement'
import { createSponsor } from '@/lib/sponsors/commands/create-sponsor'
import { approveCopy } from '@/lib/sponsors/commands/review-copy'
import { saveCopy } from '@/lib/sponsors/commands/save-copy'
import { submitCopy } from '@/lib/sponsors/commands/submit-copy'
import { DEMO_SPONSOR, demoCompany, demoHouseCopy, demoPlacements } from './demo-storefront'

const command = () => ({ commandId: randomUUID() })
type Placements = { top: string; bottom: string }

/** The demo's placements, by where they stand. */
export async function makeDemoPlacements(tx: Tx, demo: SystemActor): Promise<Placements> {
  const [top, bottom] = demoPlacements
  const make = (fields: (typeof demoPlacements)[0]) => createPlacement(demo, { ...command(), fields }, tx)
  return { top: (await make(top)).id, bottom: (await make(bottom)).id }
}

/** Copy of the house in a draft, approved by the demo's curator: what readers see of a place that nobody booked. */
export async function fillWithHouseCopy(
  tx: Tx,
  { demo, curator }: { demo: SystemActor; curator: UserActor },
  { issueId, placementId }: { issueId: string; placementId: string },
): Promise<void> {
  const booking = { ...command(), issueId, placementId, sponsorId: 'house' as const, price: 0 }
  const { id: slotId } = await bookSlot(demo, booking, tx)
  const copy = { ...command(), slotId, version: 0, fields: { text: demoHouseCopy } }
  const { version } = await saveCopy(demo, copy, tx)
  const { versionId } = await submitCopy(demo, { ...command(), slotId, version }, tx)
  await approveCopy(curator, { ...command(), slotId, versionId, comment: '', onBehalf: false }, tx)
}

/** A company with somebody to sign in as, and a slot for which the copy is to be written. Nobody is mailed of it. */
export async function makeDemoSponsor(
  tx: Tx,
  demo: SystemActor,
  booking: { issueId: string; placementId: string },
): Promise<void> {
  const { id: sponsorId } = await createSponsor(demo, { ...command(), fields: demoCompany }, tx)
  const person = { email: DEMO_SPONSOR, name: 'Demo Sponsor' }
  const { id: userId } = await tx.user.create({ data: { ...person, role: 'SPONSOR', isDemo: true } })
  await tx.sponsorContact.create({ data: { ...person, sponsorId, userId } })
  await bookSlot(demo, { ...command(), ...booking, sponsorId }, tx, { silent: true })
}
