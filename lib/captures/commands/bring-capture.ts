import { randomUUID } from 'node:crypto'
import { authorize } from '@/lib/accounts/authorize'
import type { Actor } from '@/lib/accounts/schema'
import { canCapture } from '@/lib/captures/policy'
import { saysAll } from '@/lib/captures/rules'
import type { NewCapture } from '@/lib/captures/schema'
import { findWaitingWords } from '@/lib/captures/waiting'
import { canonicalLink } from '@/lib/links/rules'
import { runCommand } from '@/lib/receipts/run-command'
import { addCaptures } from './add-captures'

/**
 * Brings one link for a program. A link that waits already, however its address is written, and of
 * which nothing more is said, is not taken again.
 * @param input `commandId`: where the caller may repeat the call
 * @returns `isNew` false for what is known, and for a call that was carried out before
 * @throws AppError `forbidden`
 */
export async function bringCapture(
  actor: Actor,
  { commandId = randomUUID(), capture }: { commandId?: string | undefined; capture: NewCapture },
): Promise<{ id: string; isNew: boolean }> {
  authorize(canCapture(actor))
  let isNew = false
  const id = await runCommand(actor, { id: commandId, name: 'bring-capture' }, async (tx) => {
    const canonical = canonicalLink(capture.url)?.canonical
    // What feeds brought stands aside, and goes by itself: whoever brings it wants it in the inbox.
    const waiting = canonical ? (await findWaitingWords(tx, [canonical])).get(canonical) : undefined
    const known = waiting?.find((row) => saysAll(row, capture))
    isNew = known === undefined
    return known?.id ?? (await addCaptures(actor, { commandId, captures: [capture] }, tx)).ids[0] ?? ''
  })
  return { id, isNew }
}
