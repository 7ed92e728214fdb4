import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/accounts/schema'
import type { Tx } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import { findCopyProblems } from '@/lib/sponsors/rules'
import { adCopySchema } from '@/lib/sponsors/schema'
import { bookSlot } from './book-slot'
import { missSlot } from './end-slot'
import { ensureHouse } from './ensure-house'
import { lockSlot } from './locate-slot'
import { reuseCopy } from './reuse-copy'

export type HouseRun = { slotId: string; approved: boolean }

/**
 * House copy in place of a sponsor that sent nothing: the sponsor's slot is missed, and the house has its place. The
 * house's last approved copy that fits runs again at once, that of this placement before any other; where there is none,
 * the house's slot waits for copy (`approved: false`).
 * @throws AppError `wrong_state`, `not_found`
 */
export async function runHouseCopy(
  actor: Actor,
  input: { commandId: string; slotId: string },
  outer?: Tx,
): Promise<HouseRun> {
  if (!mayManageSponsors(actor)) throw notFound('slot')
  return runCommand(
    actor,
    { id: input.commandId, name: 'run-house-copy' },
    async (tx) => {
      const slot = await lockSlot(tx, actor, input.slotId)
      const reason = 'House copy runs in its place.'
      await missSlot(actor, { commandId: randomUUID(), id: slot.id, reason }, tx)
      const { id: sponsorId } = await ensureHouse(tx)
      const { issueId, placementId } = slot
      const booking = { commandId: randomUUID(), issueId, placementId, sponsorId, price: 0 }
      const { id: slotId } = await bookSlot(actor, booking, tx)
      const fitting = await findHouseCopy(tx, sponsorId, placementId)
      if (!fitting) return { slotId, approved: false }
      const again = { commandId: randomUUID(), slotId, versionId: fitting, submit: 'yes' as const }
      await reuseCopy(actor, again, tx)
      return { slotId, approved: true }
    },
    outer,
  )
}

/** The version that was approved last for the house and fits the placement; of the same placement first. */
async function findHouseCopy(tx: Tx, sponsorId: string, placementId: string): Promise<string | null> {
  const placement = await tx.placement.findUniqueOrThrow({ where: { id: placementId } })
  const reviews = await tx.review.findMany({
    where: { verdict: 'APPROVED', slot: { sponsorId }, versionId: { not: null } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    distinct: ['versionId'],
    select: { version: true, slot: { select: { placementId: true } } },
  })
  const here = reviews.filter(({ slot }) => slot.placementId === placementId)
  const elsewhere = reviews.filter(({ slot }) => slot.placementId !== placementId)
  const fits = ({ version }: (typeof reviews)[number]) => {
    if (!version) return false
    const { headline, text, callToAction, url, imageId, imageAlt } = version
    const copy = adCopySchema.parse({ headline, text, callToAction, url, imageId, imageAlt })
    return Object.keys(findCopyProblems(copy, placement)).length === 0
  }
  return [...here, ...elsewhere].find(fits)?.version?.id ?? null
}
