import type { z } from 'zod'
import { authorize } from '@/lib/accounts/authorize'
import { type Actor, actorIdOf } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { canSortCaptures } from '@/lib/captures/policy'
import { type returnItemSchema, standingSchema } from '@/lib/captures/schema'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { runCommand } from '@/lib/receipts/run-command'
import { columnsOf, type HeldCapture, holdCaptures, moveHeld, rewritten, standsNowhere } from './held'
import type { Sorted } from './sort-captures'
import { takeOutItem, type WrittenTexts } from './take-out'

/**
 * Takes an item out of its issue and into the inbox, on top: the capture it was made from, with what was written of it
 * since; else one of its own. With `asBefore`, a capture that was placed stands again as it did before. `moveId` takes it
 * back.
 * @throws AppError `forbidden`; `invalid` for an item without an address; `wrong_state` where readers have it
 */
export async function returnItem(
  actor: Actor,
  input: z.infer<typeof returnItemSchema> & { itemId: string },
): Promise<Sorted> {
  authorize(canSortCaptures(actor))
  const { commandId, itemId, asBefore } = input
  return runCommand(actor, { id: commandId, name: 'return-item' }, async (tx) => {
    const known = await holdCaptureOf(tx, itemId)
    const { texts, isUntouched, issueId } = await takeOutItem(tx, actor, commandId, itemId)
    const capture = known ?? (await makePlaced(tx, actor, texts, { itemId, issueId }))
    const onTop = { ...standsNowhere, state: 'NEW', surfacesAt: now() } as const
    const before = asBefore ? await standingBefore(tx, capture) : null
    const written = isUntouched ? {} : rewritten(capture, texts)
    await moveHeld(tx, commandId, [capture], { ...onTop, ...before, ...written })
    const detail = { itemId, issueId }
    await recordAudit(tx, actor, { action: 'return-item', subject: 'capture', subjectId: capture.id, detail })
    return { moveId: commandId, moved: [capture.id] }
  })
}

/** How a capture stood before it was placed; null where it never was, but came out of an issue. */
async function standingBefore(tx: Tx, { id, itemId }: HeldCapture) {
  const placed = await tx.captureMove.findFirst({
    where: { captureId: id, undoneAt: null },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { before: true },
  })
  const before = placed && standingSchema.parse(placed.before)
  if (!before || before.itemId === itemId || before.state === 'PLACED') return null
  const { movedAt: _, ...standing } = columnsOf(before)
  return standing
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
