import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { removeDraft } from '@/lib/captures/commands/remove-draft'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { findClash } from '@/lib/exclusivity/rules'
import { readInventoryIn } from '@/lib/inventory/queries'
import { placeElsewhere } from '@/lib/inventory/rules'
import type { InventoryDate } from '@/lib/inventory/schema'
import { lockIssue } from '@/lib/issues/commands/locate'
import { skipIssue } from '@/lib/issues/commands/skip-issue'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import type { clearIssueSchema, SlotState } from '@/lib/sponsors/schema'
import { missSlot, releaseSlot } from './end-slot'
import { moveSlot } from './move-slot'
import { keepsExclusive } from './refuse-clash'

type Input = z.output<typeof clearIssueSchema> & { issueId: string }
/**
 * `moved`: which company goes to which date, `YYYY-MM-DD`. `clearId`: for taking it back, a deletion as its `removalId`.
 * `returned`: how many links went back into the inbox. `slots`: what became of each, and of one that moved, to which issue.
 */
export type ClearedIssue = {
  issueId: string
  clearId: string
  moved: { sponsor: string; date: string }[]
  missed: string[]
  returned: number
  slots: { id: string; to: string | null }[]
}
type Booked = {
  id: string
  placementId: string
  sponsorId: string
  state: SlotState
  sponsor: { name: string; field: string; isHouse: boolean }
}

/**
 * Skips or deletes an issue that has bookings, in one step with them: each goes to the next free date of its placement,
 * or is missed, so that a make-good can be booked for it. A hold, which nobody has been promised a make-good for, always
 * moves; what the house has there is released. All of it, or nothing.
 * @throws AppError `taken` where no date is free; `wrong_state`, `not_found`
 */
export async function clearIssue(actor: Actor, input: Input): Promise<ClearedIssue> {
  if (!mayManageSponsors(actor)) throw notFound('issue')
  return runCommand(actor, { id: input.commandId, name: 'clear-issue' }, async (tx) => {
    const { issueId: id } = input
    const issue = await lockIssue(tx, id)
    if (issue.removed) throw notFound('issue')
    const reason = input.issue === 'skip' ? 'The issue was skipped.' : 'The issue was called off.'
    const booked = await readBooked(tx, id)
    const house = booked.filter(({ sponsor }) => sponsor.isHouse)
    for (const slot of house) await releaseSlot(actor, { commandId: randomUUID(), id: slot.id, reason }, tx)
    const theirs = booked.filter(({ sponsor }) => !sponsor.isHouse)
    const toMove = theirs.filter(({ state }) => input.bookings === 'move' || state === 'HELD')
    const toMiss = theirs.filter((slot) => !toMove.includes(slot))
    for (const slot of toMiss) await missSlot(actor, { commandId: randomUUID(), id: slot.id, reason }, tx)
    const moves = await moveAll(tx, actor, toMove, await dayOf(tx, id))
    const call = { commandId: input.commandId, id }
    const removed = input.issue === 'remove' ? await removeDraft(actor, call, tx) : null
    if (!removed) await skipIssue(actor, call, tx)
    return {
      returned: removed?.returned ?? 0,
      issueId: id,
      clearId: input.commandId,
      moved: moves.map(({ sponsor, date }) => ({ sponsor, date })),
      missed: toMiss.map(({ sponsor }) => sponsor.name),
      slots: [...moves, ...[...house, ...toMiss].map((slot) => ({ id: slot.id, to: null }))].map(
        ({ id: slotId, to }) => ({ id: slotId, to }),
      ),
    }
  })
}

function readBooked(tx: Tx, issueId: string): Promise<Booked[]> {
  return tx.slot.findMany({
    where: { issueId, state: { notIn: ['RELEASED', 'MISSED'] } },
    orderBy: [{ placement: { position: 'asc' } }, { ordinal: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      placementId: true,
      sponsorId: true,
      state: true,
      sponsor: { select: { name: true, field: true, isHouse: true } },
    },
  })
}

async function dayOf(tx: Tx, id: string): Promise<string> {
  const { date } = await tx.issue.findUniqueOrThrow({ where: { id }, select: { date: true } })
  return date.toISOString().slice(0, 10)
}

async function moveAll(tx: Tx, actor: Actor, slots: Booked[], after: string) {
  const moved: { id: string; sponsor: string; date: string; to: string }[] = []
  if (slots.length === 0) return moved
  const inventory = await readInventoryIn(tx)
  const apart = await keepsExclusive(tx)
  const fits = (row: InventoryDate, { id, sponsorId }: { id: string; sponsorId: string }) => {
    const { field, isHouse } = slots.find((slot) => slot.id === id)?.sponsor ?? { field: '', isHouse: false }
    return !apart || !findClash(inventory.dates, row, { slotId: id, sponsorId, field, isHouse })
  }
  for (const { booking, to } of placeElsewhere(inventory, slots, after, fits)) {
    const sponsor = slots.find(({ id }) => id === booking.id)?.sponsor.name ?? ''
    if (!to) {
      const message = `No date is free for ${sponsor} in the coming two years. Move it by hand, or miss it and make it good later.`
      throw new AppError('taken', message)
    }
    const where = to.issueId ? { issueId: to.issueId } : { date: to.date }
    const { issueId } = await moveSlot(actor, { commandId: randomUUID(), id: booking.id, ...where }, tx)
    moved.push({ id: booking.id, sponsor, date: to.date, to: issueId })
  }
  return moved
}
