import type { z } from 'zod'
import { authorize } from '@/lib/accounts/authorize'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { canSortCaptures } from '@/lib/captures/policy'
import { type Standing, standingSchema, type undoMoveSchema } from '@/lib/captures/schema'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { type RestoredItem, restoreItem } from '@/lib/issues/commands/remove-item'
import { runCommand } from '@/lib/receipts/run-command'
import { columnsOf, type HeldCapture, holdCaptures, rewritten } from './held'
import { takeOutItem } from './take-out'

/** `undone`: the captures that stand again as before. `restored`: the item that is in its issue again, if one is. */
export type UndoneMove = { undone: string[]; restored: RestoredItem | null }

/**
 * Takes a command of the inbox back: its captures stand again as they stood before, and an item that it made, or took
 * out of an issue, is gone, or there, again. What was moved on since stays where it is.
 * @throws AppError `not_found`; `wrong_state` where all of it was moved on, or readers have it
 */
export async function undoMove(actor: Actor, input: z.infer<typeof undoMoveSchema>): Promise<UndoneMove> {
  authorize(canSortCaptures(actor))
  const { commandId, moveId } = input
  return runCommand(actor, { id: commandId, name: 'undo-move' }, async (tx) => {
    const { mine, kept } = await movesOf(tx, moveId)
    if (kept.size === 0) throw notFound('move')
    if (mine.length === 0) {
      throw new AppError('wrong_state', 'This was moved on since, so there is nothing to take back.')
    }
    let restored: RestoredItem | null = null
    const isPlain = ({ id, itemId }: HeldCapture) => itemId === null && kept.get(id)?.itemId === null
    await standAsBefore(tx, moveId, mine.filter(isPlain))
    for (const capture of mine.filter((each) => !isPlain(each))) {
      const before = kept.get(capture.id)
      if (!before) continue
      const written = await takeBackItem(tx, actor, commandId, capture, before)
      if (await wasTakenOutBy(tx, moveId, before.itemId))
        restored = await restoreItem(actor, { commandId, removalId: moveId, id: before.itemId ?? '' }, tx)
      await tx.capture.update({ where: { id: capture.id }, data: { ...columnsOf(before), ...written } })
    }
    const undone = mine.map(({ id }) => id)
    await markUndone(tx, moveId, undone)
    const detail = { captures: undone, moveId }
    await recordAudit(tx, actor, {
      action: 'undo-move',
      subject: 'capture',
      subjectId: undone[0] ?? '',
      detail,
    })
    return { undone, restored }
  })
}

/**
 * Makes captures placed again that went back into the inbox with a draft that is restored; what was moved on since stays
 * where it is.
 */
export async function placeReturned(tx: Tx, removalId: string): Promise<void> {
  const { mine } = await movesOf(tx, removalId)
  await standAsBefore(tx, removalId, mine)
  await markUndone(
    tx,
    removalId,
    mine.map(({ id }) => id),
  )
}

/** `kept`: how captures stood before a command, by id; `mine`: those that it moved last, locked. */
async function movesOf(
  tx: Tx,
  moveId: string,
): Promise<{ kept: Map<string, Standing>; mine: HeldCapture[] }> {
  const moves = await tx.captureMove.findMany({ where: { commandId: moveId } })
  const held = await holdCaptures(
    tx,
    moves.map(({ captureId }) => captureId),
  )
  const latest = await latestMoves(tx, held)
  return {
    kept: new Map(moves.map((move) => [move.captureId, standingSchema.parse(move.before)])),
    mine: held.filter(({ id }) => latest.get(id) === moveId),
  }
}

async function markUndone(tx: Tx, commandId: string, captureIds: string[]): Promise<void> {
  await tx.captureMove.updateMany({
    where: { commandId, captureId: { in: captureIds } },
    data: { undoneAt: now() },
  })
}

/** Puts captures back to how they stood before a command, hundreds of them as one. */
async function standAsBefore(tx: Tx, moveId: string, captures: readonly HeldCapture[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Capture" c
    SET "state" = (m."before"->>'state')::"CaptureState", "laterUntil" = (m."before"->>'laterUntil')::date,
        "surfacesAt" = (m."before"->>'surfacesAt')::timestamptz, "movedAt" = (m."before"->>'movedAt')::timestamptz,
        "itemId" = (m."before"->>'itemId')::uuid, "issueId" = (m."before"->>'issueId')::uuid,
        "isAside" = coalesce((m."before"->>'isAside')::boolean, false)
    FROM "CaptureMove" m
    WHERE m."commandId" = ${moveId}::uuid AND m."captureId" = c."id"
      AND c."id" = ANY(${captures.map(({ id }) => id)}::uuid[])`
}

/** Whether an item is gone because of this command; one that was removed by hand stays so. */
async function wasTakenOutBy(tx: Tx, moveId: string, itemId: string | null): Promise<boolean> {
  if (!itemId) return false
  return (await tx.item.count({ where: { id: itemId, removalId: moveId, removedAt: { not: null } } })) > 0
}

/** The command that moved each capture last, of those that were not taken back. */
async function latestMoves(tx: Tx, held: readonly HeldCapture[]): Promise<Map<string, string>> {
  const rows = await tx.captureMove.findMany({
    where: { captureId: { in: held.map(({ id }) => id) }, undoneAt: null },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { captureId: true, commandId: true },
  })
  return new Map(rows.map(({ captureId, commandId }) => [captureId, commandId]))
}

/** Takes the item of a placement out again; what was written in it meanwhile goes along. */
async function takeBackItem(
  tx: Tx,
  actor: Actor,
  removalId: string,
  capture: HeldCapture,
  before: Standing,
): Promise<Partial<ReturnType<typeof rewritten>>> {
  const { itemId } = capture
  if (!itemId || before.itemId === itemId) return {}
  const item = await tx.item.findUnique({ where: { id: itemId }, select: { removedAt: true } })
  // Removed by hand already: then only the capture goes back.
  if (!item || item.removedAt) return {}
  const { texts, isUntouched } = await takeOutItem(tx, actor, removalId, itemId)
  return isUntouched ? {} : rewritten(capture, texts)
}
