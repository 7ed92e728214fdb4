import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { runCommand } from '@/lib/receipts/run-command'
import type { commentSchema } from '@/lib/sponsors/schema'
import { lockSlot } from './locate-slot'
import { tellContacts } from './tell-contacts'
import { tellEditors } from './tell-editors'

type Input = z.output<typeof commentSchema> & { commandId: string; slotId: string }

/** Says something about a slot, to the other side. @throws AppError `not_found` */
export function commentOnSlot(actor: Actor, input: Input, outer?: Tx): Promise<{ id: string }> {
  return runCommand(
    actor,
    { id: input.commandId, name: 'comment-on-slot' },
    async (tx) => {
      const slot = await lockSlot(tx, actor, input.slotId)
      const bySponsor = actor.kind === 'contact'
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
      else await tellContacts(tx, slot.id, 'commented', made.id)
      return made
    },
    outer,
  )
}
