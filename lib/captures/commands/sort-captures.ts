import type { z } from 'zod'
import { authorize } from '@/lib/accounts/authorize'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { canSortCaptures } from '@/lib/captures/policy'
import type { moveCapturesSchema, postponeCapturesSchema } from '@/lib/captures/schema'
import { now } from '@/lib/clock/clock'
import { db, type Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { askForPages } from '@/lib/pages/commands/ask-for-page'
import { runCommand } from '@/lib/receipts/run-command'
import { dateInZone, instantOnDate } from '@/lib/schedule/rules'
import { type HeldCapture, holdCaptures, moveHeld, standsNowhere } from './held'

/** `moved`: what was moved; the rest went elsewhere meanwhile. `moveId` takes it back. */
export type Sorted = { moveId: string; moved: string[] }
type Input = z.infer<typeof moveCapturesSchema>

/** Discards captures: they are kept, and found under Discarded. @throws AppError `forbidden`, `not_found`, `wrong_state` */
export function discardCaptures(actor: Actor, input: Input): Promise<Sorted> {
  return sortCaptures(actor, 'discard-captures', input, (tx, held) =>
    moveHeld(tx, input.commandId, held, { ...standsNowhere, state: 'DISCARDED' }),
  )
}

/** Brings captures that were put off or discarded into the inbox again, on top. */
export function reopenCaptures(actor: Actor, input: Input): Promise<Sorted> {
  return sortCaptures(actor, 'reopen-captures', input, (tx, held) =>
    keepHeld(tx, input.commandId, held, { ...standsNowhere, state: 'NEW', surfacesAt: now() }),
  )
}

/** Puts captures off until a date; on that day they are in the inbox again. @throws AppError also `invalid` for a day that has come */
export async function postponeCaptures(
  actor: Actor,
  { until, ...input }: z.infer<typeof postponeCapturesSchema>,
): Promise<Sorted> {
  const publication = await db().publication.findUnique({ where: { id: 1 }, select: { zone: true } })
  const zone = publication?.zone ?? 'UTC'
  if (until <= dateInZone(now(), zone)) {
    const message = 'Choose a day that is still to come.'
    throw new AppError('invalid', message, { fields: { until: message } })
  }
  const later = { state: 'LATER', laterUntil: new Date(`${until}T00:00:00Z`) } as const
  const surfacesAt = instantOnDate(until, '00:00', zone)
  return sortCaptures(actor, 'postpone-captures', input, (tx, held) =>
    keepHeld(tx, input.commandId, held, { ...standsNowhere, ...later, surfacesAt }),
  )
}

/**
 * Moves captures that somebody wants. Of what a feed brought the page is read only now: most of it is never looked at, and
 * sites needn't be asked for that.
 */
async function keepHeld(
  tx: Tx,
  commandId: string,
  held: readonly HeldCapture[],
  change: Parameters<typeof moveHeld>[3],
): Promise<void> {
  await moveHeld(tx, commandId, held, change)
  await askForPages(
    tx,
    held.filter(({ isAside }) => isAside).map(({ url }) => url),
  )
}

/** What stands in an issue is taken out of it there, and not by sorting the inbox. Gone from there, it is loose again. */
export async function looseOf(tx: Tx, held: HeldCapture[]): Promise<HeldCapture[]> {
  const itemIds = held.flatMap(({ itemId }) => itemId ?? [])
  const live = { removedAt: null, section: { removedAt: null, issue: { removedAt: null } } }
  const standing = await tx.item.findMany({ where: { id: { in: itemIds }, ...live }, select: { id: true } })
  const there = new Set(standing.map(({ id }) => id))
  return held.filter(({ itemId }) => itemId === null || !there.has(itemId))
}

async function sortCaptures(
  actor: Actor,
  name: string,
  { commandId, ids }: Input,
  move: (tx: Tx, held: HeldCapture[]) => Promise<void>,
): Promise<Sorted> {
  authorize(canSortCaptures(actor))
  return runCommand(actor, { id: commandId, name }, async (tx) => {
    const held = await holdCaptures(tx, ids)
    const loose = await looseOf(tx, held)
    refuseNone(held, loose)
    await move(tx, loose)
    const moved = loose.map(({ id }) => id)
    const [subjectId = ''] = moved
    await recordAudit(tx, actor, { action: name, subject: 'capture', subjectId, detail: { captures: moved } })
    return { moveId: commandId, moved }
  })
}

/** @throws AppError `not_found` where there is none of them, `wrong_state` where all were placed already */
export function refuseNone(held: readonly HeldCapture[], loose: readonly HeldCapture[]): void {
  if (held.length === 0) throw notFound('capture')
  if (loose.length > 0) return
  throw new AppError(
    'wrong_state',
    'This was placed in an issue meanwhile. Reload to see what the inbox has.',
  )
}
