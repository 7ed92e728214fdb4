import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import type { addContactSchema } from '@/lib/sponsors/schema'

/** Adds a person at a company. @throws AppError `taken` where the company has this address already; `not_found` */
export async function addContact(
  actor: Actor,
  input: z.output<typeof addContactSchema> & { sponsorId: string },
  outer?: Tx,
): Promise<{ id: string }> {
  if (!mayManageSponsors(actor)) throw notFound('page')
  return runCommand(
    actor,
    { id: input.commandId, name: 'add-contact' },
    async (tx) => {
      const { sponsorId, name, email } = input
      const known = await tx.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM "Sponsor" WHERE "id" = ${sponsorId}::uuid AND "removedAt" IS NULL AND NOT "isHouse" FOR UPDATE`
      if (known.length === 0) throw notFound('sponsor')
      if ((await tx.sponsorContact.count({ where: { sponsorId, email, removedAt: null } })) > 0) {
        const message = `${email} is a contact of this company already.`
        throw new AppError('taken', message, { fields: { email: message } })
      }
      const made = await tx.sponsorContact.create({ data: { sponsorId, name, email }, select: { id: true } })
      await recordAudit(tx, actor, { action: 'add-contact', subject: 'sponsor', subjectId: sponsorId })
      return made
    },
    outer,
  )
}
