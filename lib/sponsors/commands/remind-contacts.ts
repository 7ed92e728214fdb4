import { now } from '@/lib/clock/clock'
import { db, type Tx, transaction } from '@/lib/db/db'
import { dateInZone, hourInZone } from '@/lib/schedule/rules'
import { dueReminder, REMINDING_HOUR, waitsForSponsor } from '@/lib/sponsors/reminders/rules'
import { deadlineOf } from '@/lib/sponsors/rules'
import { dayOf, daysAfter } from '@/lib/times/rules'
import { tellContacts } from './tell-contacts'

/** A deadline lies at most 90 days before its date, and a reminder 90 days before that. */
const AHEAD_DAYS = 180
/** An issue that comes late still needs its copy; one that never came is not reminded of for ever. */
const BEHIND_DAYS = 30

/** The publication's zone, and its date where the day of reminding has begun; before that hour null. */
export async function remindingDay(tx: Tx): Promise<{ zone: string; today: string } | null> {
  const publication = await tx.publication.findUnique({ where: { id: 1 }, select: { zone: true } })
  const zone = publication?.zone ?? 'UTC'
  const at = now()
  return hourInZone(at, zone) < REMINDING_HOUR ? null : { zone, today: dateInZone(at, zone) }
}

/**
 * Leaves a mail to the contacts of each slot that is to be reminded of today, or was while nothing ran. Runs as often as
 * it likes: the day is dealt with once, also where nothing is left to do on it, so that a day on which the copy was with
 * the editors is not made up for later.
 * @returns the ids of slots whose contacts are mailed
 */
export async function remindContacts(): Promise<string[]> {
  const day = await remindingDay(db())
  if (!day) return []
  const reminded: string[] = []
  for (const slot of await findSlots(day.today)) {
    const date = dayOf(slot.issue.date)
    const deadline = deadlineOf(date, slot.placement.deadlineDays)
    const bookedOn = dateInZone(slot.createdAt, day.zone)
    const due = dueReminder({ deadline, bookedOn, reminderDays: slot.placement.reminderDays }, day.today)
    const done = slot.reminders.some(({ kind, day: on }) => kind === due?.kind && dayOf(on) === due.day)
    if (due && !done && (await transaction((tx) => remindOnce(tx, slot.id, due)))) reminded.push(slot.id)
  }
  return reminded
}

function findSlots(today: string) {
  const at = (days: number) => new Date(`${daysAfter(today, days)}T00:00:00Z`)
  return db().slot.findMany({
    where: {
      state: { in: ['BOOKED', 'COPY_SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED'] },
      sponsor: { isHouse: false, removedAt: null },
      issue: {
        removedAt: null,
        state: { in: ['PLANNED', 'DRAFT', 'SCHEDULED'] },
        date: { gte: at(-BEHIND_DAYS), lte: at(AHEAD_DAYS) },
      },
    },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      createdAt: true,
      issue: { select: { date: true } },
      placement: { select: { deadlineDays: true, reminderDays: true } },
      reminders: { select: { kind: true, day: true } },
    },
  })
}

async function remindOnce(
  tx: Tx,
  slotId: string,
  { kind, day }: { kind: 'REMINDER' | 'OVERDUE'; day: string },
): Promise<boolean> {
  const data = { slotId, kind, day: new Date(`${day}T00:00:00Z`), createdAt: now() }
  const { count } = await tx.slotReminder.createMany({ data, skipDuplicates: true })
  if (count === 0) return false
  const { state, submitted } = await tx.slot.findUniqueOrThrow({
    where: { id: slotId },
    select: { state: true, submitted: { select: { bySponsor: true } } },
  })
  if (!waitsForSponsor({ state, writtenByStudio: submitted?.bySponsor === false })) return false
  await tellContacts(tx, slotId, 'reminder')
  return true
}
