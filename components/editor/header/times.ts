import { dateFormat } from '@/lib/render/date-format'

/** “in 3 h 12 min”, “in 2 days”; a time that has come is “any moment now”. `ms`: milliseconds from now. */
export function timeUntil(ms: number): string {
  const minutes = Math.ceil(ms / 60_000)
  if (minutes <= 0) return 'any moment now'
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return `in ${Math.floor(hours / 24)} days`
  const parts = [hours > 0 ? `${hours} h` : '', minutes % 60 > 0 ? `${minutes % 60} min` : '']
  return `in ${parts.filter(Boolean).join(' ')}`
}

/**
 * An instant as the clocks of a zone show it: “Sun 20:00 EDT”, with the day where it is more than a week away, and the
 * year where it is another one there.
 */
export function wallClock(instant: string, zone: string): string {
  const at = new Date(instant)
  const far = Math.abs(at.getTime() - Date.now()) > 6 * 86_400_000
  const year = (of: Date) => dateFormat('en-US', { timeZone: zone, year: 'numeric' }).format(of)
  const parts = dateFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    ...(far ? { day: 'numeric', month: 'short' } : {}),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).formatToParts(at)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  const inYear = year(at) === year(new Date()) ? '' : ` ${year(at)}`
  const day = far ? ` ${part('day')} ${part('month')}${inYear}` : ''
  return `${part('weekday')}${day} ${part('hour')}:${part('minute')} ${part('timeZoneName')}`
}

/** A calendar date as a person says it: “Sun, 1 Mar”. @param date `YYYY-MM-DD` */
export function dayOf(date: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return dateFormat('en-GB', options).format(new Date(`${date}T00:00:00Z`))
}

/** The calendar date that it is in a zone now, `YYYY-MM-DD`. */
export function todayIn(zone: string): string {
  // Of all places it is in Sweden that dates are written so.
  return dateFormat('sv-SE', { timeZone: zone }).format(new Date())
}
