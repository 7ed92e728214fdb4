import type { z } from 'zod'
import { admitSponsor } from '@/lib/accounts/commands/admit-sponsor'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { dateInZone } from '@/lib/schedule/rules'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import type { addContactSchema } from '@/lib/sponsors/schema'
import { tellContacts } from './tell-contacts'

/** `signIn`: whether they can sign in from now on, and what to tell of it; null where nobody asked. */
export type AddedContact = { id: string; signIn: { linked: boolean; message: string } | null }

/**
 * Adds a person at a company, who may also sign in where `invite` says so. Somebody who can't, since they work here or
 * sign in for another company, is added all the same, and a link lets them in. The first one is told of what is booked.
 * @throws AppError `taken` where the company has this address already; `not_found`
 */
export async function addContact(
  actor: Actor,
  input: z.output<typeof addContactSchema> & { sponsorId: string },
  outer?: Tx,
): Promise<AddedContact> {
  if (!mayManageSponsors(actor)) throw notFound('page')
  return runCommand(
    actor,
    { id: input.commandId, name: 'add-contact' },
    async (tx) => {
      const { sponsorId, name, email } = input
      const known = await tx.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM "Sponsor" WHERE "id" = ${sponsorId}::uuid AND "removedAt" IS NULL AND NOT "isHouse" FOR UPDATE`
      if (known.length === 0) throw notFound('sponsor')
      const others = await tx.sponsorContact.findMany({
        where: { sponsorId, removedAt: null },
        select: { email: true },
      })
      if (others.some((other) => other.email === email)) {
        const message = `${email} is a contact of this company already.`
        throw new AppError('taken', message, { fields: { email: message } })
      }
      const admitted = input.invite ? await admitFor(tx, actor, input) : null
      const userId = admitted?.userId ?? null
      const made = await tx.sponsorContact.create({
        data: { sponsorId, name, email, userId },
        select: { id: true },
      })
      await recordAudit(tx, actor, { action: 'add-contact', subject: 'sponsor', subjectId: sponsorId })
      if (others.length === 0) await tellOfBookings(tx, sponsorId)
      return { ...made, signIn: admitted && { linked: userId !== null, message: admitted.message } }
    },
    outer,
  )
}

/** When these were booked there was nobody to tell; a series is one mail. */
async function tellOfBookings(tx: Tx, sponsorId: string): Promise<void> {
  const publication = await tx.publication.findUnique({ where: { id: 1 }, select: { zone: true } })
  const today = new Date(dateInZone(now(), publication?.zone ?? 'UTC'))
  const coming = await tx.slot.findMany({
    where: {
      sponsorId,
      state: { notIn: ['HELD', 'RAN', 'RELEASED', 'MISSED'] },
      issue: { date: { gte: today } },
    },
    orderBy: { issue: { date: 'asc' } },
    select: { id: true, seriesId: true },
  })
  const first = new Map(coming.toReversed().map(({ id, seriesId }) => [seriesId ?? id, id]))
  for (const slotId of first.values()) await tellContacts(tx, slotId, 'booked')
}

/** One person signs in for one company. */
async function admitFor(tx: Tx, actor: Actor, { name, email }: { name: string; email: string }) {
  const admitted = await admitSponsor(tx, actor, { name, email })
  if (admitted.userId === null) return admitted
  const other = await tx.sponsorContact.findFirst({
    where: { userId: admitted.userId, removedAt: null },
    select: { sponsor: { select: { name: true } } },
  })
  if (!other) return admitted
  const message = `${email} signs in for ${other.sponsor.name} already, and can for one company only; a link works.`
  return { userId: null, message }
}
