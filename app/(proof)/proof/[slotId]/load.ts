import { notFound } from 'next/navigation'
import { currentSession } from '@/lib/accounts/session'
import { AppError } from '@/lib/errors/app-error'
import { isUuid } from '@/lib/ids/rules'
import { proofDocument } from '@/lib/slots/proof'
import { loadProof } from '@/lib/slots/queries/load-proof'
import { currentContact } from '@/lib/sponsors/portal'

/**
 * The masked issue of a slot for whoever may see the slot: its own company's contact, or the studio. For everybody
 * else there is no such page.
 * @param version of the copy; without one, the copy as it is being written
 */
export async function loadProofDocument(slotId: string, version: string | null) {
  if (!isUuid(slotId) || (version !== null && !isUuid(version))) return null
  const actors = [(await currentContact())?.contact, (await currentSession())?.actor]
  for (const actor of actors) {
    if (!actor) continue
    try {
      return proofDocument(await loadProof(actor, slotId, version ?? undefined))
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'not_found') throw error
    }
  }
  return null
}

/** The same for a page. */
export async function loadProofPage(slotId: string, version: string | null) {
  return (await loadProofDocument(slotId, version)) ?? notFound()
}
