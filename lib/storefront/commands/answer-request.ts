import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import { sendMail } from '@/lib/mail/send-mail'
import { runCommand } from '@/lib/receipts/run-command'
import { releaseSlot } from '@/lib/sponsors/commands/end-slot'
import { answerMail } from '@/lib/storefront/answer-mail'
import type { answerRequestSchema } from '@/lib/storefront/schema'
import { closeRequest } from './close-request'
import { lockOpenRequest } from './lock-request'

type Input = z.output<typeof answerRequestSchema> & { requestId: string }
const DAY_MS = 86_400_000

/**
 * Writes back without deciding: the text is mailed, and the place kept for as long again from now.
 * @throws AppError `wrong_state`, `not_found`
 */
export function answerRequest(actor: Actor, input: Input): Promise<{ heldUntil: string }> {
  return runCommand(actor, { id: input.commandId, name: 'answer-request' }, async (tx) => {
    const { id, slot, heldUntil, email } = await lockOpenRequest(tx, actor, input.requestId)
    const { holdDays } = await tx.publication.findUniqueOrThrow({
      where: { id: 1 },
      select: { holdDays: true },
    })
    const at = now()
    const until = new Date(Math.max(at.getTime() + holdDays * DAY_MS, heldUntil?.getTime() ?? 0))
    await tx.slot.update({ where: { id: slot.id }, data: { heldUntil: until } })
    await tx.slotRequest.update({ where: { id }, data: { answer: input.text, answeredAt: at } })
    await recordAudit(tx, actor, { action: 'answer-request', subject: 'slot', subjectId: slot.id })
    await sendMail(tx, await answerMail(tx, { id: randomUUID(), to: email }, slot.id, 'answer', input.text))
    return { heldUntil: until.toISOString() }
  })
}

/** Says no, and why: the reason is mailed, and the place is free again. @throws AppError `wrong_state`, `not_found` */
export function declineRequest(actor: Actor, input: Input): Promise<{ declined: true }> {
  return runCommand(actor, { id: input.commandId, name: 'decline-request' }, async (tx) => {
    const request = await lockOpenRequest(tx, actor, input.requestId)
    const { slot, email } = request
    await releaseSlot(actor, { commandId: randomUUID(), id: slot.id, reason: input.text }, tx)
    await closeRequest(tx, request, { state: 'DECLINED', answer: input.text })
    await recordAudit(tx, actor, { action: 'decline-request', subject: 'slot', subjectId: slot.id })
    await sendMail(tx, await answerMail(tx, { id: randomUUID(), to: email }, slot.id, 'decline', input.text))
    return { declined: true }
  })
}
