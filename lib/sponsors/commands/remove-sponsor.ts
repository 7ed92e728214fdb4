import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import { AppError, notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'

/**
 * Takes a company off the lists; its contacts' links stop working at once. What it ran, its reports and what it paid
 * stay. Refused while anything of it is coming. Booking holds the company too, so none comes in between.
 * @throws AppError `wrong_state`, `not_found`
 */
export async function removeSponsor(
  actor: Actor,
  input: { commandId: string; sponsorId: string },
): Promise<{ removed: true }> {
  if (!mayManageSponsors(actor)) throw notFound('sponsor')
  return runCommand(actor, { id: input.commandId, name: 'remove-sponsor' }, async (tx) => {
    const { sponsorId } = input
    const found = await tx.$queryRaw<{ name: string }[]>`
      SELECT "name" FROM "Sponsor"
      WHERE "id" = ${sponsorId}::uuid AND "removedAt" IS NULL AND NOT "isHouse" FOR UPDATE`
    if (!found[0]) throw notFound('sponsor')
    const coming = await tx.slot.count({
      where: { sponsorId, state: { notIn: ['RELEASED', 'MISSED', 'RAN'] } },
    })
    if (coming > 0) {
      const bookings = coming === 1 ? 'a booking' : `${coming} bookings`
      const message = `${found[0].name} still has ${bookings}. Release what is coming first.`
      throw new AppError('wrong_state', message)
    }
    const at = now()
    const revoked = { revokedAt: null, contact: { sponsorId } }
    await tx.portalLink.updateMany({ where: revoked, data: { revokedAt: at } })
    await tx.sponsor.update({ where: { id: sponsorId }, data: { removedAt: at } })
    await recordAudit(tx, actor, { action: 'remove-sponsor', subject: 'sponsor', subjectId: sponsorId })
    return { removed: true as const }
  })
}
