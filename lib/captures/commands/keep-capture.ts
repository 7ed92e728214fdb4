import { authorize } from '@/lib/accounts/authorize'
import type { Actor } from '@/lib/accounts/schema'
import { canCapture } from '@/lib/captures/policy'
import { joinedTo } from '@/lib/captures/rules'
import { type CaptureText, captureTextSchema, type KeptCapture, type NewCapture } from '@/lib/captures/schema'
import { findWaitingOf } from '@/lib/captures/waiting'
import { runCommand } from '@/lib/receipts/run-command'
import { addCaptures } from './add-captures'
import { type HeldCapture, holdCaptures } from './held'
import { saveCapture } from './save-capture'

/**
 * Keeps one link by hand. One that waits already, however its address is written, isn't there twice: what is said of it
 * joins the words of the capture that waits, as far as they have room.
 * @throws AppError `forbidden`
 */
export async function keepCapture(
  actor: Actor,
  { commandId, capture }: { commandId: string; capture: NewCapture },
): Promise<KeptCapture> {
  authorize(canCapture(actor))
  return runCommand(actor, { id: commandId, name: 'keep-capture' }, async (tx) => {
    const known = await findWaitingOf(tx, capture.url)
    const [held] = known ? await holdCaptures(tx, [known.id]) : []
    const changed = held && waits(held) ? joinedTo(held, capture) : null
    if (!known || !held || !changed || !captureTextSchema.partial().safeParse(changed).success) {
      const { ids } = await addCaptures(actor, { commandId, captures: [capture] }, tx)
      return { id: ids[0] ?? '', outcome: 'new', waiting: null, undo: null }
    }
    const { id, title, url, capturedAt, laterUntil } = known
    const waiting = { title, url, capturedAt: capturedAt.toISOString(), laterUntil }
    const names = Object.keys(changed) as (keyof CaptureText)[]
    if (names.length === 0) return { id, outcome: 'known', waiting, undo: null }
    const fields = Object.fromEntries(names.map((name) => [name, held[name]]))
    const { version } = await saveCapture(
      actor,
      { commandId, id, version: held.version, fields: changed },
      tx,
    )
    return { id, outcome: 'joined', waiting, undo: { version, fields } }
  })
}

const waits = ({ state }: HeldCapture) => state === 'NEW' || state === 'LATER'
