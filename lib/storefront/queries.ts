import { db } from '@/lib/db/db'
import { storefrontFactSchema } from '@/lib/publication/schema'
import { readOffers } from './offers'
import { readSamples } from './samples'
import type { Offer, Storefront } from './schema'

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
