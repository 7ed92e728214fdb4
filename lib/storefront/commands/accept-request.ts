import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { addContact } from '@/lib/sponsors/commands/add-contact'
import { refuseClash } from '@/lib/sponsors/commands/refuse-clash'
import { tellContacts } from '@/lib/sponsors/commands/tell-contacts'
import type { acceptRequestSchema } from '@/lib/storefront/schema'
import { type LockedRequest, lockOpenRequest } from './lock-request'

type Input = z.output<typeof acceptRequestSchema> & { requestId: string }

/**
 * Says yes: the hold becomes a booking, of the company as it was written or of one that the curator knows it to be, and
 * whoever asked becomes its contact, mailed a link to write the copy.
 * @throws AppError `wrong_state` where it was answered or lapsed meanwhile, `taken` where exclusivity keeps the company out,
 *   `invalid` at `sponsorId`, `not_found`
 */
export function acceptRequest(actor: Actor, input: Input): Promise<{ slotId: string }> {
  return runCommand(actor, { id: input.commandId, name: 'accept-request' }, async (tx) => {
    const request = await lockOpenRequest(tx, actor, input.requestId)
    const { slot, contactName, email } = request
    const sponsorId = input.sponsorId ?? slot.sponsorId
    if (sponsorId === slot.sponsorId)
      await tx.sponsor.update({ where: { id: sponsorId }, data: { confirmedAt: now() } })
    else await moveToCompany(tx, request, sponsorId)
    await refuseClash(tx, slot.issueId, { sponsorId, slotId: slot.id })
    const known = await tx.sponsorContact.count({ where: { sponsorId, email, removedAt: null } })
    if (known === 0)
      await addContact(actor, { commandId: randomUUID(), sponsorId, name: contactName, email }, tx)
    const booked = { state: 'BOOKED', heldUntil: null, version: slot.version + 1 } as const
    await tx.slot.update({ where: { id: slot.id }, data: booked })
    const data = { state: 'ACCEPTED', answeredAt: now() } as const
    await tx.slotRequest.update({ where: { id: request.id }, data })
    const detail = { sponsorId, asWritten: input.sponsorId === undefined }
    await recordAudit(tx, actor, { action: 'accept-request', subject: 'slot', subjectId: slot.id, detail })
    await tellContacts(tx, slot.id, 'booked', { atOnce: true })
    return { slotId: slot.id }
  })
}

/** Gives the slot to a company there is, with copy of its own to write, and forgets the one made for the request. */
async function moveToCompany(tx: Tx, { slot }: LockedRequest, sponsorId: string): Promise<void> {
  // Held until the end, as booking does, so that it is not removed meanwhile.
  const known = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Sponsor" WHERE "id" = ${sponsorId}::uuid AND "removedAt" IS NULL AND "confirmedAt" IS NOT NULL
      AND NOT "isHouse" FOR NO KEY UPDATE`
  if (known.length === 0) {
    const message = 'There is no such company any more. Choose another.'
    throw new AppError('invalid', message, { fields: { sponsorId: message } })
  }
  const copy = await tx.adCopy.create({ data: { sponsorId }, select: { id: true } })
  await tx.slot.update({ where: { id: slot.id }, data: { sponsorId, copyId: copy.id } })
  await tx.adCopy.deleteMany({ where: { sponsorId: slot.sponsorId } })
  await tx.sponsor.delete({ where: { id: slot.sponsorId } })
}
