import { randomUUID } from 'node:crypto'
import { standsForOneClient } from '@/lib/accounts/client-address'
import { mailEditors } from '@/lib/accounts/commands/mail-editors'
import { enforceLimit } from '@/lib/accounts/rate-limit'
import { systemActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import { db, type Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { freeOrdinal, issueFor } from '@/lib/sponsors/commands/book-slot'
import { requestMail } from '@/lib/storefront/mails'
import { readOffers } from '@/lib/storefront/offers'
import { requestLimits } from '@/lib/storefront/rules'
import type { Offer, SendRequest } from '@/lib/storefront/schema'

export const storefront = systemActor('storefront')
const DAY_MS = 86_400_000

/**
 * Somebody asks for a placement on a date: the place is put on hold for them, its issue planned, and the editors told.
 * The company is made with it, not yet confirmed. The same form sent twice makes one request. What a robot filled in
 * wholly is answered alike, and does nothing.
 * @param client what the limit for one client counts: its network address, unless that is a proxy's
 * @throws AppError `not_found` while the storefront is closed, `too_many`, `taken` at `place` where it isn't free
 */
export async function sendRequest(input: SendRequest, client: string): Promise<{ sent: true }> {
  const open = await db().publication.count({ where: { id: 1, storefrontOpen: true } })
  if (open === 0) throw notFound('page')
  if (input.reference !== '') return { sent: true }
  if (standsForOneClient(client)) await enforceLimit('request-client', client, requestLimits.client)
  await enforceLimit('request-address', input.email, requestLimits.address)
  await enforceLimit('request-all', '', requestLimits.all)
  return runCommand(storefront, { id: randomUUID(), name: 'send-request' }, async (tx) => {
    // One at a time: two of one place must not both find it free, nor two of one date plan two issues.
    const [publication] = await tx.$queryRaw<{ holdDays: number }[]>`
      SELECT "holdDays" FROM "Publication" WHERE "id" = 1 FOR UPDATE`
    if (await isThereAlready(tx, input)) return { sent: true }
    await hold(tx, input, await requireFree(tx, input), publication?.holdDays ?? 0)
    return { sent: true }
  })
}

/** All must be the same: a date that another person asked for must not tell that they did. */
async function isThereAlready(tx: Tx, input: SendRequest): Promise<boolean> {
  const { place, reference: _, ...written } = input
  const where = {
    ...written,
    placementId: place.placementId,
    date: new Date(place.date),
    state: 'OPEN',
  } as const
  return (await tx.slotRequest.count({ where })) > 0
}

function taken(): AppError {
  const message = 'This date is not free any more. Choose another.'
  return new AppError('taken', message, { fields: { place: message } })
}

async function requireFree(tx: Tx, { place }: SendRequest): Promise<Offer> {
  const offer = (await readOffers(tx)).find(({ id }) => id === place.placementId)
  if (!offer?.dates.some(({ date, isFree }) => date === place.date && isFree)) throw taken()
  return offer
}

async function hold(tx: Tx, input: SendRequest, offer: Offer, holdDays: number): Promise<void> {
  const { place, company, contactName, email, website, message } = input
  const { placementId, date } = place
  const issueId = await issueFor(tx, storefront, { date })
  const ordinal = await freeOrdinal(tx, issueId, offer)
  const at = now()
  const { id: sponsorId } = await tx.sponsor.create({
    data: { name: company, website, confirmedAt: null },
    select: { id: true },
  })
  const { id: copyId } = await tx.adCopy.create({ data: { sponsorId }, select: { id: true } })
  const heldUntil = new Date(at.getTime() + holdDays * DAY_MS)
  const { price, currency } = offer
  const held = { issueId, placementId, sponsorId, ordinal, copyId, price, currency, heldUntil }
  const slot = await tx.slot.create({ data: { ...held, state: 'HELD' }, select: { id: true } })
  const asked = { company, contactName, email, website, message, placementId, date: new Date(date) }
  await tx.slotRequest.create({ data: { ...asked, slotId: slot.id, createdAt: at } })
  const detail = { issueId, sponsorId, placementId }
  await recordAudit(tx, storefront, { action: 'hold-slot', subject: 'slot', subjectId: slot.id, detail })
  await mailEditors(
    tx,
    requestMail({ company, contactName, message, placement: offer.name, date, heldUntil }),
  )
}
