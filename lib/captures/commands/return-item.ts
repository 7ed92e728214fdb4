import type { z } from 'zod'
import { authorize } from '@/lib/accounts/authorize'
import { type Actor, actorIdOf } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { canSortCaptures } from '@/lib/captures/policy'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import type { commandSchema } from '@/lib/issues/schema'
import { runCommand } from '@/lib/receipts/run-command'
import { type HeldCapture, holdCaptures, moveHeld, rewritten, standsNowhere } from './held'
import type { Sorted } from './sort-captures'
import { takeOutItem, type WrittenTexts } from './take-out'

/**
 * Takes an item out of its issue and into the inbox, on top: the capture it was made from, with what was written of it
 * since; else one of its own. `moveId` takes it back.
 * @throws AppError `forbidden`; `invalid` for an item without an address; `wrong_state` where readers have it
 */
export async function returnItem(
  actor: Actor,
  input: z.infer<typeof commandSchema> & { itemId: string },
): Promise<Sorted> {
  authorize(canSortCaptures(actor))
  const { commandId, itemId } = input
  return runCommand(actor, { id: commandId, name: 'return-item' }, async (tx) => {
    const known = await holdCaptureOf(tx, itemId)
    const { texts, isUntouched, issueId } = await takeOutItem(tx, actor, commandId, itemId)
    const capture = known ?? (await makePlaced(tx, actor, texts, { itemId, issueId }))
    const back = { ...standsNowhere, state: 'NEW', surfacesAt: now() } as const
    await moveHeld(tx, commandId, [capture], { ...back, ...(isUntouched ? {} : rewritten(capture, texts)) })
    const detail = { itemId, issueId }
    await recordAudit(tx, actor, { action: 'return-item', subject: 'capture', subjectId: capture.id, detail })
    return { moveId: commandId, moved: [capture.id] }
  })
}

async function holdCaptureOf(tx: Tx, itemId: string): Promise<HeldCapture | undefined> {
  const found = await tx.capture.findUnique({ where: { itemId }, select: { id: true } })
  const [held] = found ? await holdCaptures(tx, [found.id]) : []
  return held?.itemId === itemId ? held : undefined
}

/** An item that was written by hand, as if it had come out of the inbox. */
async function makePlaced(
  tx: Tx,
  actor: Actor,
  texts: WrittenTexts,
  where: { itemId: string; issueId: string },
): Promise<HeldCapture> {
  const at = now()
  const came = {
    source: 'STUDIO',
    capturedById: actorIdOf(actor),
    capturedAt: at,
    surfacesAt: at,
    movedAt: at,
  } as const
  const data = { ...texts, ...came, ...where, state: 'PLACED' } as const
  const { id } = await tx.capture.create({ data, select: { id: true } })
  const [held] = await holdCaptures(tx, [id])
  if (!held) throw new Error('A capture was gone in the transaction that made it')
  return held
}
