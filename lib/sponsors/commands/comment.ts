import type { z } from 'zod'
import { enforceLimit } from '@/lib/accounts/rate-limit'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { runCommand } from '@/lib/receipts/run-command'
import type { commentSchema } from '@/lib/sponsors/schema'
import { lockSlot } from './locate-slot'
import { tellContacts } from './tell-contacts'
import { tellEditors } from './tell-editors'

type Input = z.output<typeof commentSchema> & { commandId: string; slotId: string }

/** Each is a mail to everybody who edits, and a capability link may come into wrong hands. */
const LIMIT = { limit: 60, seconds: 3600 }
/** A form sent twice within this time, in milliseconds, was pressed twice. */
const TWICE_MS = 60_000

/** Says something about a slot, to the other side. @throws AppError `not_found`, `too_many` */
export async function commentOnSlot(actor: Actor, input: Input, outer?: Tx): Promise<{ id: string }> {
  if (actor.kind === 'contact') await enforceLimit('comment-on-slot', actor.id, LIMIT)
  return runCommand(
    actor,
    { id: input.commandId, name: 'comment-on-slot' },
    async (tx) => {
      const slot = await lockSlot(tx, actor, input.slotId)
      const bySponsor = actor.kind === 'contact'
      const twin = await findTwin(tx, slot.id, { bySponsor, byName: actor.name, comment: input.comment })
      if (twin) return twin
      const made = await tx.review.create({
        data: {
          slotId: slot.id,
          versionId: slot.versionId,
          verdict: 'COMMENT',
          comment: input.comment,
          bySponsor,
          byName: actor.name,
          at: now(),
        },
        select: { id: true },
      })
      if (bySponsor)
        await tellEditors(tx, slot.id, 'commented', { byName: actor.name, comment: input.comment })
      else await tellContacts(tx, slot.id, 'commented', { aboutId: made.id })
      return made
    },
    outer,
  )
}

/** What the same person said in the same words a moment ago, when nothing was said since. */
async function findTwin(
  tx: Tx,
  slotId: string,
  said: { bySponsor: boolean; byName: string; comment: string },
): Promise<{ id: string } | null> {
  const last = await tx.review.findFirst({
    where: { slotId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { id: true, verdict: true, bySponsor: true, byName: true, comment: true, at: true },
  })
  if (last?.verdict !== 'COMMENT' || now().getTime() - last.at.getTime() > TWICE_MS) return null
  const isSame =
    last.bySponsor === said.bySponsor && last.byName === said.byName && last.comment === said.comment
  return isSame ? { id: last.id } : null
}
