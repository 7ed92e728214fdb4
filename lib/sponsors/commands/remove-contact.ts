import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'

/** Takes a person off a company; their links stop working at once. @throws AppError `not_found` */
export async function removeContact(
  actor: Actor,
  input: { commandId: string; contactId: string },
): Promise<{ removed: true }> {
  if (!mayManageSponsors(actor)) throw notFound('contact')
  return runCommand(actor, { id: input.commandId, name: 'remove-contact' }, async (tx) => {
    const { contactId: id } = input
    const at = now()
    const [contact] = await tx.sponsorContact.updateManyAndReturn({
      where: { id, removedAt: null },
      data: { removedAt: at },
      select: { sponsorId: true },
    })
    if (!contact) throw notFound('contact')
    await tx.portalLink.updateMany({ where: { contactId: id, revokedAt: null }, data: { revokedAt: at } })
    const { sponsorId: subjectId } = contact
    await recordAudit(tx, actor, { action: 'remove-contact', subject: 'sponsor', subjectId })
    return { removed: true as const }
  })
}
