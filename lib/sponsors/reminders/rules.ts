import type { SlotState } from '@/lib/sponsors/schema'
import { daysAfter } from '@/lib/times/rules'

/** Nobody is reminded before this hour of the day, in the publication's zone. */
export const REMINDING_HOUR = 9

/** What decides when a slot is reminded of. Dates are `YYYY-MM-DD` in the publication's zone. */
export type Remindable = {
  /** The last day on which copy is in time. */
  deadline: string
  /** Days before the deadline, in any order. */
  reminderDays: readonly number[]
  bookedOn: string
}

/**
 * What of a slot is to be dealt with on a day: of the reminders that are due the latest alone, so that a process that was
 * down for a week makes up for it with one mail; after the deadline the word that it is overdue. A booking is told of by
 * its own mail, so days up to it don't count.
 */
export function dueReminder(
  { deadline, reminderDays, bookedOn }: Remindable,
  today: string,
): { kind: 'REMINDER' | 'OVERDUE'; day: string } | null {
  if (today > deadline) {
    const first = daysAfter(deadline > bookedOn ? deadline : bookedOn, 1)
    return today >= first ? { kind: 'OVERDUE', day: first } : null
  }
  const due = reminderDays
    .map((days) => daysAfter(deadline, -days))
    .filter((day) => day <= today && day > bookedOn)
    .sort()
    .at(-1)
  return due ? { kind: 'REMINDER', day: due } : null
}

/** Whether it is the sponsor who has something to do. */
export function waitsForSponsor({ state, writtenByStudio }: { state: SlotState; writtenByStudio: boolean }) {
  return (
    state === 'BOOKED' || state === 'CHANGES_REQUESTED' || (state === 'COPY_SUBMITTED' && writtenByStudio)
  )
}
