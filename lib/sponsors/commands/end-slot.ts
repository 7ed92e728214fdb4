import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayManageSponsors } from '@/lib/sponsors/policy'
import { mayStep, stateInWords } from '@/lib/sponsors/rules'
import type { endSlotSchema } from '@/lib/sponsors/schema'
import { lockSlot } from './locate-slot'
import { tellContacts, untellContacts } from './tell-contacts'

type Input = z.output<typeof endSlotSchema> & { id: string }

/** Gives a slot's place back: the booking is off. @throws AppError `wrong_state`, `not_found` */
export function releaseSlot(actor: Actor, input: Input, outer?: Tx): Promise<{ id: string }> {
  return end(actor, input, 'release-slot', 'release', 'RELEASED', outer)
}

/** The issue runs without it: the copy didn't come. A make-good can be booked for it. @throws AppError `wrong_state`, `not_found` */
export function missSlot(actor: Actor, input: Input, outer?: Tx): Promise<{ id: string }> {
  return end(actor, input, 'miss-slot', 'miss', 'MISSED', outer)
}

async function end(
  actor: Actor,
  input: Input,
  name: string,
  step: 'release' | 'miss',
  state: 'RELEASED' | 'MISSED',
  outer?: Tx,
): Promise<{ id: string }> {
  if (!mayManageSponsors(actor)) throw notFound('slot')
  return runCommand(
    actor,
    { id: input.commandId, name },
    async (tx) => {
      const slot = await lockSlot(tx, actor, input.id)
      if (!mayStep(slot.state, step)) {
        throw new AppError(
          'wrong_state',
          `This slot is ${stateInWords(slot.state)}; that can’t be done with it now.`,
        )
      }
      await tx.sponsorPart.deleteMany({ where: { slotId: slot.id } })
      const { heldUntil } = await tx.slot.findUniqueOrThrow({
        where: { id: slot.id },
        select: { heldUntil: true },
      })
      await tx.slot.update({ where: { id: slot.id }, data: { state, reason: input.reason, heldUntil: null } })
      // From this it is taken back.
      const detail = { issueId: slot.issueId, from: slot.state, heldUntil: heldUntil?.toISOString() ?? null }
      await recordAudit(tx, actor, { action: name, subject: 'slot', subjectId: slot.id, detail })
      // Whoever asked for a hold hears of it by the answer to the request.
      if (slot.state !== 'HELD') await tellOfEnd(tx, slot.id, state)
      return { id: slot.id }
    },
    outer,
  )
}

/** Of a booking that nobody has heard of yet, its release is no news; the rest of its series still is. */
async function tellOfEnd(tx: Tx, slotId: string, state: 'RELEASED' | 'MISSED'): Promise<void> {
  const unheard = await untellContacts(tx, slotId, 'booked')
  if (state === 'MISSED' || !unheard)
    await tellContacts(tx, slotId, state === 'MISSED' ? 'missed' : 'released')
  if (!unheard) return
  const { seriesId } = await tx.slot.findUniqueOrThrow({ where: { id: slotId }, select: { seriesId: true } })
  if (!seriesId) return
  const rest = await tx.slot.findFirst({
    where: { seriesId, state: { notIn: ['RELEASED', 'MISSED'] } },
    orderBy: { issue: { date: 'asc' } },
    select: { id: true },
  })
  if (rest) await tellContacts(tx, rest.id, 'booked')
}
