import { notFound } from 'next/navigation'
import type { Actor } from '@/lib/accounts/schema'
import { currentSession } from '@/lib/accounts/session'
import { AppError } from '@/lib/errors/app-error'
import { isUuid } from '@/lib/ids/rules'
import { proofDocument } from '@/lib/slots/proof'
import { loadProof, loadProofImage } from '@/lib/slots/queries/load-proof'
import { currentContact } from '@/lib/sponsors/portal'

/**
 * What a query gives to whoever of those who make this request may have it: the slot's own contact, or the studio. For
 * everybody else there is nothing.
 */
async function asWhoMay<T>(query: (actor: Actor) => Promise<T>): Promise<T | null> {
  for (const actor of [(await currentContact())?.contact, (await currentSession())?.actor]) {
    if (!actor) continue
    try {
      return await query(actor)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'not_found') throw error
    }
  }
  return null
}

/**
 * The masked issue of a slot.
 * @param version of the copy; without one, the copy as it is being written
 */
export async function loadProofDocument(slotId: string, version: string | null) {
  if (!isUuid(slotId) || (version !== null && !isUuid(version))) return null
  return asWhoMay(async (actor) => proofDocument(await loadProof(actor, slotId, version ?? undefined)))
}

/** The same for a page. */
export async function loadProofPage(slotId: string, version: string | null) {
  return (await loadProofDocument(slotId, version)) ?? notFound()
}

/** An image of the copy. */
export async function loadImage(slotId: string, imageId: string) {
  if (!isUuid(slotId) || !isUuid(imageId)) return null
  return asWhoMay((actor) => loadProofImage(actor, slotId, imageId))
}
