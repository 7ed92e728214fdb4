import { randomUUID } from 'node:crypto'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { enqueue } from '@/lib/queue/enqueue'
import { isJobWaiting, takeBackJob } from '@/lib/queue/take-back'
import { MAIL_SETTLES_MS } from '@/lib/sponsors/mails/rules'
import type { ContactMailKind } from '@/lib/sponsors/schema'
import { tellEditors } from './tell-editors'

type Options = {
  /** The review or version it is about. */
  aboutId?: string
  /** Where it can't be undone, and somebody waits for it. */
  atOnce?: boolean
}

/**
 * Leaves a mail to each contact of a slot's company to a job, in the transaction of what happened; the job makes the
 * link and writes the text, so neither the queue nor a receipt ever holds a token. The house has no contacts and is told
 * nothing. Where a company has none, the editors are told that, once a day at most.
 *
 * A booking, a move and an end are told when they have settled, and then as they stand: a move of a booking that nobody
 * has heard of yet is no news of its own.
 */
export async function tellContacts(
  tx: Tx,
  slotId: string,
  kind: ContactMailKind,
  { aboutId, atOnce = false }: Options = {},
): Promise<void> {
  const slot = await readTold(tx, slotId)
  const { sponsor, sponsorId, issue } = slot
  if (sponsor.isHouse) return
  if (sponsor.contacts.length === 0) return tellUnreachable(tx, { slotId, sponsorId, day: issue.date })
  for (const { id: contactId } of sponsor.contacts) {
    if (kind === 'moved' && (await isJobWaiting(tx, keyOf('booked', slot, contactId)))) continue
    const job = { mailId: randomUUID(), contactId, slotId, kind, ...(aboutId ? { aboutId } : {}) }
    const subject = subjects[kind]
    const key = subject ? { key: keyOf(subject, slot, contactId) } : {}
    const runAt =
      subject && subject !== 'reminder' && !atOnce
        ? { runAt: new Date(now().getTime() + MAIL_SETTLES_MS) }
        : {}
    await enqueue(tx, 'mail-contact', job, { ...key, ...runAt })
  }
}

/**
 * Takes mails back that haven't left, to everybody: of a booking, or of its end.
 * @returns whether all of them waited, so that nobody has heard of it
 */
export async function untellContacts(tx: Tx, slotId: string, what: 'booked' | 'ended'): Promise<boolean> {
  const slot = await readTold(tx, slotId)
  const waited: boolean[] = []
  for (const { id } of slot.sponsor.contacts) waited.push(await takeBackJob(tx, keyOf(what, slot, id)))
  return waited.length > 0 && waited.every(Boolean)
}

type Subject = 'booked' | 'moved' | 'ended' | 'reminder'
/** Of two mails about the same, the newer takes the place of the one that waits. */
const subjects: Partial<Record<ContactMailKind, Subject>> = {
  booked: 'booked',
  'make-good': 'booked',
  moved: 'moved',
  released: 'ended',
  missed: 'ended',
  reminder: 'reminder',
}

/** A series is told of in one mail. */
function keyOf(subject: Subject, slot: { id: string; seriesId: string | null }, contactId: string): string {
  const about = subject === 'booked' ? (slot.seriesId ?? slot.id) : slot.id
  return `${subject}:${about}:${contactId}`
}

function readTold(tx: Tx, id: string) {
  return tx.slot.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      seriesId: true,
      sponsorId: true,
      issue: { select: { date: true } },
      sponsor: {
        select: { isHouse: true, contacts: { where: { removedAt: null }, select: { id: true } } },
      },
    },
  })
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
