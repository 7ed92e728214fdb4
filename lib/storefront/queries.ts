import { db } from '@/lib/db/db'
import { isUuid } from '@/lib/ids/rules'
import { storefrontFactSchema } from '@/lib/publication/schema'
import { readOffers } from './offers'
import { readSamples } from './samples'
import { type KeptRequest, keptRequestSchema, type Offer, type Storefront } from './schema'

/**
 * What strangers may know of what is for sale; null while the storefront is closed. Free dates come from issues' dates
 * and the number of their slots; samples from the archive.
 */
export async function readStorefront(): Promise<Storefront | null> {
  const found = await db().publication.findUnique({
    where: { id: 1, storefrontOpen: true },
    select: { storefrontText: true, storefrontFacts: true, holdDays: true },
  })
  if (!found) return null
  const offers = await readOffers(db())
  const samples = await readSamples(offers)
  return {
    text: found.storefrontText,
    facts: storefrontFactSchema.array().parse(found.storefrontFacts),
    holdDays: found.holdDays,
    offers: offers.map((offer) => ({ ...offer, sample: samples.get(offer.id) ?? null })),
  }
}

/** What can be asked for; null while the storefront is closed. */
export async function readOpenOffers(): Promise<{ holdDays: number; offers: Offer[] } | null> {
  const found = await db().publication.findUnique({
    where: { id: 1, storefrontOpen: true },
    select: { holdDays: true },
  })
  return found && { ...found, offers: await readOffers(db()) }
}

/** Under which name a form that couldn't be taken is kept among the receipts, which are forgotten in time. */
export const KEPT_REQUEST = 'kept-request-form'

/** A form kept for its writer, who alone knows its id; null where there is none. */
export async function keptRequest(id: string): Promise<KeptRequest | null> {
  if (!isUuid(id)) return null
  const where = { id, actorId: null, command: KEPT_REQUEST }
  const kept = await db().commandReceipt.findFirst({ where, select: { result: true } })
  const parsed = keptRequestSchema.safeParse(kept?.result)
  return parsed.success ? parsed.data : null
}
