import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { mayManageSponsors } from '@/lib/sponsors/policy'

/** The file that was attached to an approval in the sponsor's stead; the studio's alone. @throws AppError `not_found` */
export async function readEvidence(
  actor: Actor,
  slotId: string,
  reviewId: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const where = { id: reviewId, slotId, evidence: { not: null } }
  const select = { evidence: true, evidenceName: true }
  const found = mayManageSponsors(actor) ? await db().review.findFirst({ where, select }) : null
  if (!found?.evidence) throw notFound('file')
  return { name: found.evidenceName ?? 'evidence', bytes: found.evidence }
}
