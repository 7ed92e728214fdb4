import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/accounts/schema'
import type { Tx } from '@/lib/db/db'
import { mayReview } from '@/lib/sponsors/policy'
import { approveCopy } from './review-copy'

type Of = { id: string; sponsorId: string }

/** House copy is approved by whoever puts it up: there is nobody else to ask, and one press is enough. */
export async function approveOwn(tx: Tx, actor: Actor, slot: Of, versionId: string): Promise<void> {
  if (!mayReview(actor)) return
  const where = { id: slot.sponsorId, isHouse: true }
  if ((await tx.sponsor.count({ where })) === 0) return
  const yes = { commandId: randomUUID(), slotId: slot.id, versionId, comment: '', onBehalf: false }
  await approveCopy(actor, yes, tx)
}
