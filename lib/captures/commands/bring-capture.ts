import { randomUUID } from 'node:crypto'
import { authorize } from '@/lib/accounts/authorize'
import type { Actor } from '@/lib/accounts/schema'
import { canCapture } from '@/lib/captures/policy'
import type { NewCapture } from '@/lib/captures/schema'
import { findWaitingOf } from '@/lib/captures/waiting'
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
    const { url, quote, note, via } = capture
    const saysMore = [quote, note, via].some((text) => text !== '')
    // What feeds brought stands aside, and goes by itself: whoever brings it wants it in the inbox.
    const known = saysMore ? null : await findWaitingOf(tx, url)
    isNew = known === null
    return known?.id ?? (await addCaptures(actor, { commandId, captures: [capture] }, tx)).ids[0] ?? ''
  })
  return { id, isNew }
}
