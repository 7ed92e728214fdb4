import { Temporal } from 'temporal-polyfill'

/** `at` is the instant (ISO 8601, UTC); `notice` says what a person should know of the hour, or null. */
export type ScheduleResult = { at: string; notice: string | null } | { problem: string }

/**
 * The instant of a wall time (`YYYY-MM-DDTHH:MM`) in an IANA zone. An hour that the zone skips is refused, since
 * no clock will show it; of an hour that comes twice the first is taken, and the notice says so. A time that is
 * not after `now` is refused.
 */
export function scheduleAt(wall: string, zone: string, now: Date): ScheduleResult {
  let plain: Temporal.PlainDateTime
  try {
    plain = Temporal.PlainDateTime.from(wall)
  } catch {
    return { problem: 'Give a date and a time, such as 2026-03-01 20:00.' }
  }
  const first = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const second = plain.toZonedDateTime(zone, { disambiguation: 'later' })
  if (!first.toPlainDateTime().equals(plain)) {
    const next = second.toPlainTime().toString({ smallestUnit: 'minute' })
    const shown = plain.toPlainTime().toString({ smallestUnit: 'minute' })
    return { problem: `Clocks in ${zone} skip ${shown} on that day. Choose ${next} or another time.` }
  }
  if (first.epochMilliseconds <= now.getTime()) {
    return { problem: 'This time has passed. Choose a later one, or publish now.' }
  }
  const at = new Date(first.epochMilliseconds).toISOString()
  return first.offsetNanoseconds === second.offsetNanoseconds
    ? { at, notice: null }
    : { at, notice: `Clocks in ${zone} show this time twice on that day; the issue goes out at the first.` }
}

/** The calendar date (`YYYY-MM-DD`) of an instant in a zone. */
export function dateInZone(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()
}

/** The hour, 0 to 23, that a clock in the zone shows at an instant. */
export function hourInZone(instant: Date, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).hour
}

/** The instant of a wall time on a calendar date, for dates of the past that a skipped hour must not lose. */
export function instantOnDate(date: string, time: string, zone: string): Date {
  const zoned = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone)
  return new Date(zoned.epochMilliseconds)
}

/** The next date on or after `from` (`YYYY-MM-DD`) that falls on an ISO weekday (1 Monday … 7 Sunday). */
export function nextWeekday(from: string, weekday: number): string {
  const date = Temporal.PlainDate.from(from)
  return date.add({ days: (weekday - date.dayOfWeek + 7) % 7 }).toString()
}

const steps = {
  WEEKLY: { days: 7 },
  FORTNIGHTLY: { days: 14 },
  MONTHLY: { months: 1 },
  IRREGULAR: { days: 7 },
}
export type Cadence = keyof typeof steps

/** The date so many steps of the cadence after `date`, or before it when `count` is negative. */
export function dateAfterSteps(date: string, count: number, cadence: Cadence): string {
  const by = Object.fromEntries(Object.entries(steps[cadence]).map(([unit, size]) => [unit, size * count]))
  return Temporal.PlainDate.from(date).add(by).toString()
}

/** The date one step of the cadence after `date`. */
export function nextDate(date: string, cadence: Cadence): string {
  return dateAfterSteps(date, 1, cadence)
}
