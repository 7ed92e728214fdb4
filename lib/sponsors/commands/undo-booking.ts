import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import type { Tx } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import type { undoBookingSchema } from '@/lib/sponsors/schema'
import { releaseSlot } from './end-slot'

/**
 * Takes a booking back, or a series, at once: all of its slots are released, and a company that waited for the place
 * waits again. Nobody is told where nobody has heard of it yet.
 * @throws AppError `wrong_state` where one of them is over, `not_found`
 */
export async function undoBooking(
  actor: Actor,
  input: z.output<typeof undoBookingSchema>,
): Promise<{ released: number }> {
  if (!mayManageSponsors(actor)) throw notFound('slot')
  return runCommand(actor, { id: input.commandId, name: 'undo-booking' }, async (tx) => {
    // In the order in which others lock issues, so that none waits in a circle.
    const slots = await tx.slot.findMany({
      where: { id: { in: input.slotIds } },
      orderBy: { issueId: 'asc' },
      select: { id: true },
    })
    if (slots.length < input.slotIds.length) throw notFound('slot')
    const reason = 'The booking was taken back.'
    for (const { id } of slots) {
      await releaseSlot(actor, { commandId: randomUUID(), id, reason }, tx)
      await waitAgain(tx, id)
    }
    return { released: slots.length }
  })
}

/** Opens the waiting that this booking ended: it ended at the booking's own instant, one that somebody ended didn't. */
async function waitAgain(tx: Tx, slotId: string): Promise<void> {
  const { issueId, placementId, sponsorId, createdAt } = await tx.slot.findUniqueOrThrow({
    where: { id: slotId },
    select: { issueId: true, placementId: true, sponsorId: true, createdAt: true },
  })
  await tx.slotWait.updateMany({
    where: { issueId, placementId, sponsorId, endedAt: createdAt },
    data: { endedAt: null },
  })
}
