import { Temporal } from 'temporal-polyfill'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?'
const iso =
  /(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?/i
const monthFirst = new RegExp(`\\b${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i')
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${month},?\\s+(\\d{4})\\b`, 'i')

/** `date` as YYYY-MM-DD; `time` as HH:MM[:SS] with the offset if there was one; `text`: what was read. */
export type FoundDate = { date: string; time: string | null; text: string }

function calendarDate(year: string, monthNumber: number, day: string): string | null {
  try {
    const fields = { year: Number(year), month: monthNumber, day: Number(day) }
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

function monthNumber(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1
}

function clockTime(time: string | undefined, offset: string | undefined): string | null {
  if (!time) return null
  const padded = time.length === 4 || time[1] === ':' ? `0${time}` : time
  const colon = offset && offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : (offset ?? '')
  return padded + colon.toUpperCase()
}

/**
 * The first date in a text: `2016-09-25`, with a time or not, `September 25, 2016` or `25 September 2016`.
 * Null when there is none or it isn't in the calendar. Dates such as 09/10/2016 mean two days and aren't read.
 */
export function findDate(text: string): FoundDate | null {
  const first = iso.exec(text)
  if (first?.[1] && first[2] && first[3]) {
    const date = calendarDate(first[1], Number(first[2]), first[3])
    return date === null ? null : { date, time: clockTime(first[4], first[5]), text: first[0] }
  }
  const second = monthFirst.exec(text)
  if (second?.[1] && second[2] && second[3]) {
    const date = calendarDate(second[3], monthNumber(second[1]), second[2])
    return date === null ? null : { date, time: null, text: second[0] }
  }
  const third = dayFirst.exec(text)
  if (third?.[1] && third[2] && third[3]) {
    const date = calendarDate(third[3], monthNumber(third[2]), third[1])
    return date === null ? null : { date, time: null, text: third[0] }
  }
  return null
}
