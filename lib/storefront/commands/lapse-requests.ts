import { randomUUID } from 'node:crypto'
import { mailEditors } from '@/lib/accounts/commands/mail-editors'
import { now } from '@/lib/clock/clock'
import { db, type Tx } from '@/lib/db/db'
import { sendMail } from '@/lib/mail/send-mail'
import { runCommand } from '@/lib/receipts/run-command'
import { releaseSlot } from '@/lib/sponsors/commands/end-slot'
import { isLive } from '@/lib/sponsors/rules'
import { answerMail, lapseNotice } from '@/lib/storefront/answer-mail'
import { closeRequest } from './close-request'
import { lockRequest } from './lock-request'
import { storefront } from './send-request'

/**
 * Lets holds lapse whose time is over, and ends requests whose place was given back otherwise. Each by itself, and each
 * looked at again under its lock: run twice, or while somebody answers, it does nothing twice.
 * @returns ids of the requests that lapsed
 */
export async function lapseRequests(): Promise<string[]> {
  const due = await db().slotRequest.findMany({
    where: {
      state: 'OPEN',
      slot: { OR: [{ state: 'HELD', heldUntil: { lte: now() } }, { state: { in: ['RELEASED', 'MISSED'] } }] },
    },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  })
  const lapsed: string[] = []
  for (const { id } of due) {
    const call = { id: randomUUID(), name: 'lapse-request' }
    if (await runCommand(storefront, call, (tx) => lapse(tx, id))) lapsed.push(id)
  }
  return lapsed
}

const REASON = 'The hold lapsed without an answer.'

async function lapse(tx: Tx, id: string): Promise<boolean> {
  const request = await lockRequest(tx, storefront, id)
  const { state, slot, heldUntil, email } = request
  if (state !== 'OPEN') return false
  if (slot.state === 'HELD') {
    if (!heldUntil || heldUntil > now()) return false
    await releaseSlot(storefront, { commandId: randomUUID(), id: slot.id, reason: REASON }, tx)
  } else if (isLive(slot.state)) return false
  await closeRequest(tx, request, { state: 'LAPSED', answer: '' })
  await sendMail(tx, await answerMail(tx, { id: randomUUID(), to: email }, slot.id, 'lapse', ''))
  await mailEditors(tx, await lapseNotice(tx, slot.id))
  return true
}
