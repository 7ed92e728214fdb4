import { randomUUID } from 'node:crypto'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { enqueue } from '@/lib/queue/enqueue'
import { MOVE_SETTLES_MS } from '@/lib/sponsors/mails/rules'
import type { ContactMailKind } from '@/lib/sponsors/schema'
import { tellEditors } from './tell-editors'

/**
 * Leaves a mail to each contact of a slot's company to a job, in the transaction of what happened; the job makes the
 * link and writes the text, so neither the queue nor a receipt ever holds a token. The house has no contacts and is told
 * nothing. Where a company has none, the editors are told that, once a day at most.
 * @param aboutId the review or version it is about
 */
export async function tellContacts(
  tx: Tx,
  slotId: string,
  kind: ContactMailKind,
  aboutId?: string,
): Promise<void> {
  const { sponsor, sponsorId, issue } = await tx.slot.findUniqueOrThrow({
    where: { id: slotId },
    select: {
      sponsorId: true,
      issue: { select: { date: true } },
      sponsor: {
        select: { isHouse: true, contacts: { where: { removedAt: null }, select: { id: true } } },
      },
    },
  })
  if (sponsor.isHouse) return
  if (sponsor.contacts.length === 0) return tellUnreachable(tx, { slotId, sponsorId, day: issue.date })
  for (const { id: contactId } of sponsor.contacts) {
    const job = { mailId: randomUUID(), contactId, slotId, kind, ...(aboutId ? { aboutId } : {}) }
    await enqueue(tx, 'mail-contact', job, optionsFor(kind, slotId, contactId))
  }
}

function optionsFor(kind: ContactMailKind, slotId: string, contactId: string) {
  // Where the mail server was down, the newer reminder takes the place of the one that waits.
  if (kind === 'reminder') return { key: `reminder:${slotId}:${contactId}` }
  if (kind !== 'moved') return {}
  return { key: `moved:${slotId}:${contactId}`, runAt: new Date(now().getTime() + MOVE_SETTLES_MS) }
}

const DAY_MS = 86_400_000

/** Nine dates booked for a company that has no contact yet are one thing to do, and one mail. */
async function tellUnreachable(
  tx: Tx,
  { slotId, sponsorId, day }: { slotId: string; sponsorId: string; day: Date },
): Promise<void> {
  const createdAt = now()
  const lately = { kind: 'UNREACHABLE', createdAt: { gt: new Date(createdAt.getTime() - DAY_MS) } } as const
  if ((await tx.slotReminder.count({ where: { ...lately, slot: { sponsorId } } })) > 0) return
  const data = { slotId, kind: 'UNREACHABLE', day, createdAt } as const
  const { count } = await tx.slotReminder.createMany({ data, skipDuplicates: true })
  if (count > 0) await tellEditors(tx, slotId, 'unreachable')
}
