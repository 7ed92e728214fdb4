import { dateFormat } from '@/lib/render/date-format'

const MINUTE_MS = 60_000
const HOUR = 60
const DAY = 24 * HOUR
const DAY_MS = DAY * MINUTE_MS

/** The calendar date of an instant in UTC, `YYYY-MM-DD`: of a date in the database the date itself. */
export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

/** The date so many days after `date`, or before it, both `YYYY-MM-DD`. */
export function daysAfter(date: string, days: number): string {
  return dayOf(new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS))
}

/** The parts of an instant as a clock in the zone shows them; American English, since it knows the zones' names. */
function partsIn(zone: string, instant: Date) {
  const parts = dateFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).formatToParts(instant)
  return (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
}

/**
 * An instant as a clock in the zone shows it, as short as it can be told: `Sun 20:00 EDT` within the next six days,
 * else `Sun 8 Nov 20:00 EST`, with the year where it is another one.
 */
export function formatMoment(instant: Date, zone: string, now: Date): string {
  const part = partsIn(zone, instant)
  const minutes = (instant.getTime() - now.getTime()) / MINUTE_MS
  const time = `${part('hour')}:${part('minute')} ${part('timeZoneName')}`
  if (minutes >= 0 && minutes < 6 * DAY) return `${part('weekday')} ${time}`
  const year = part('year') === partsIn(zone, now)('year') ? '' : ` ${part('year')}`
  return `${part('weekday')} ${part('day')} ${part('month')}${year} ${time}`
}

/** How long until something, in the two largest units that matter: `in 3 h 12 min`. */
export function formatWait(ms: number): string {
  if (ms < 0) return 'due now'
  const minutes = Math.floor(ms / MINUTE_MS)
  if (minutes < 1) return 'in less than a minute'
  if (minutes >= DAY) return `in ${wholeDays(minutes)}`
  const [hours, rest] = [Math.floor(minutes / HOUR), minutes % HOUR]
  if (hours === 0) return `in ${rest} min`
  return rest === 0 ? `in ${hours} h` : `in ${hours} h ${rest} min`
}

function wholeDays(minutes: number): string {
  const days = Math.floor(minutes / DAY)
  const hours = Math.floor((minutes % DAY) / HOUR)
  const told = days === 1 ? '1 day' : `${days} days`
  return hours === 0 || days >= 7 ? told : `${told} ${hours} h`
}

/** A calendar date (`YYYY-MM-DD`) as the desk writes it: `Sun 25 Sep 2016`. */
export function formatDay(date: string): string {
  const part = partsIn('UTC', new Date(`${date}T00:00:00Z`))
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`
}

/** How far off a date is, both `YYYY-MM-DD`: `in 3 days`, `tomorrow`, `today`, `yesterday`, `3 days ago`. */
export function daysInWords(day: string, today: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS)
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(days, 'day')
}

/** The calendar date (`YYYY-MM-DD`) of an instant in a zone, for where Temporal would be much to load. */
export function dayIn(zone: string, instant: Date): string {
  // Of all places it is in Sweden that dates are written so.
  return dateFormat('sv-SE', { timeZone: zone }).format(instant)
}

/** A date as short as it can be, both `YYYY-MM-DD`: `3 May`, with the year where it is another than today’s. */
export function dayInWords(day: string, today: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const }
  const format = dateFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC', ...year })
  return format.format(new Date(`${day}T00:00:00Z`))
}

/** A calendar date (`YYYY-MM-DD`) as a letter writes it: `Sunday 25 September 2016`. */
export function formatLongDay(date: string): string {
  return longDayIn('UTC', new Date(`${date}T00:00:00Z`))
}

/** An instant as a letter writes it: `Sunday 25 September 2016, 20:00 Eastern Time`. */
export function formatLongMoment(instant: Date, zone: string): string {
  const part = partsIn(zone, instant)
  return `${longDayIn(zone, instant)}, ${part('hour')}:${part('minute')} ${zoneInWords(zone)}`
}

function longDayIn(zone: string, instant: Date): string {
  const parts = dateFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`
}

/** A month (`YYYY-MM`, or a date in it) as it is called: `November 2026`. */
export function monthInWords(month: string): string {
  const options = { timeZone: 'UTC', month: 'long', year: 'numeric' } as const
  return dateFormat('en-GB', options).format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`))
}

/** An IANA zone as people call it, summer and winter: `Eastern Time`; where it has no name, `UTC` or `GMT+05:00`. */
export function zoneInWords(zone: string): string {
  const parts = dateFormat('en-US', {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts()
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
  return /^GMT([+-]00:00)?$/.test(name) ? 'UTC' : name
}
