import { formatDay } from '@/lib/times/rules'

/** A day, or the last one of several, as somebody wrote it. `date`: `YYYY-MM-DD`. */
export type PastDate = { written: string; date: string }

type Day = { day: number; month: number; year: number | null }
type Found = { from: number; to: number; first: Day; last: Day }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![a-z])`
// Not a time (8:30, 8pm), a share (8%), a number with places (4.5), or a part of a word (8-hour).
const day = `\\d{1,2}(?:st|nd|rd|th)?(?![\\w%]|:\\d|[.,]\\d{1,3}(?!\\d)|\\s?[ap]\\.?m\\b|-(?!${month})[a-z])`
const until = `\\s?(?:-|–|—|\\b(?:to|until|till|through)\\b)\\s?`
const also = `(?:\\s?,\\s?${day}){0,9}\\s?,?\\s?(?:\\band\\b|&)\\s`
const days = `(?<first>${day})(?:(?:${until}|${also})(?<last>${day}))?`
const year = `(?:[\\s,-]{1,2}(?<year>(?:19|20|21)\\d\\d)(?![\\w])|,?\\s?[’'](?<short>\\d\\d)(?!\\w))`
// Told as history, no appointment.
const start = `(?<!\\bsince\\s(?:the\\s)?)(?<![\\w.:/$€£#%-])`

const forms = [
  `${start}(?<month>${month})(?:\\.\\s?|\\s)(?:the\\s)?${days}${year}?`,
  `${start}${days}(?:\\sof\\s|\\s|-)(?<month>${month})\\.?${year}?`,
  `${start}(?<year>\\d{4})(?<dash>[-/])(?<month>\\d\\d)\\k<dash>(?<first>\\d\\d)(?![\\w/-]|\\.\\d)`,
  `${start}(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<year>\\d{4})(?![\\w/-]|\\.\\d)`,
].map((form) => new RegExp(form, 'gi'))

const address = /\b(?:https?:\/\/|www\.)\S+/gi
/** English words that these also are; as months they have a capital letter. */
const alsoWords = /^(?:may|mar|march)$/

/**
 * Days in English text that lie before the issue's date: what an advertiser forgot to change. A day without a year is the
 * one nearest to the issue; of a range, the last day counts. What may mean two days (9/8/2016), months alone, versions,
 * times and addresses are left out.
 * @param text what readers see, no Markdown
 * @param issueDate `YYYY-MM-DD`
 * @returns in the order of the text, each day once
 */
export function findPastDates(text: string, issueDate: string): PastDate[] {
  // One kind of space, and one of each: positions hold from here on.
  const plain = text.replace(address, ' ').replace(/\s+/g, ' ')
  const past = new Map<string, PastDate>()
  for (const { from, to, first, last } of merge(findDays(plain), plain)) {
    const date = resolve(first, last, issueDate)
    if (date !== null && date < issueDate && !past.has(date)) {
      past.set(date, { written: plain.slice(from, to).trim(), date })
    }
  }
  return [...past.values()]
}

/** What of it to tell a person; null where there is nothing. */
export function pastDatesInWords(past: readonly PastDate[], issueDate: string): string | null {
  if (past.length === 0) return null
  const names = past.map(({ written }) => `“${written}”`)
  const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)
  return `${listed} ${past.length === 1 ? 'is' : 'are'} before the issue’s date, ${formatDay(issueDate)}.`
}

function findDays(text: string): Found[] {
  const found: Found[] = []
  for (const form of forms) {
    for (const match of text.matchAll(form)) {
      const read = readDays(match.groups ?? {})
      if (read) found.push({ from: match.index, to: match.index + match[0].length, ...read })
    }
  }
  return found.sort((a, b) => a.from - b.from || b.to - a.to)
}

function readDays(groups: Record<string, string | undefined>): Pick<Found, 'first' | 'last'> | null {
  const { a, b, short } = groups
  const year = groups.year ? Number(groups.year) : short ? 2000 + Number(short) : null
  if (a !== undefined && b !== undefined) {
    const [one, other] = [Number(a), Number(b)]
    if (one <= 12 && other <= 12 && one !== other) return null
    const only = { day: Math.max(one, other), month: Math.min(one, other), year }
    return { first: only, last: only }
  }
  const named = groups.month ?? ''
  if (alsoWords.test(named)) return null
  const month = /^\d/.test(named) ? Number(named) : MONTHS.indexOf(named.slice(0, 3).toLowerCase()) + 1
  const first = { day: Number.parseInt(groups.first ?? '', 10), month, year }
  const until = Number.parseInt(groups.last ?? '', 10)
  return { first, last: until > first.day ? { ...first, day: until } : first }
}

/** What lies within another find is part of it; two that “to” or a dash joins are one range. */
function merge(found: Found[], text: string): Found[] {
  const joint = new RegExp(`^${until}$`, 'i')
  const merged: Found[] = []
  for (const next of found) {
    const before = merged.at(-1)
    if (before && next.from < before.to) continue
    if (before && joint.test(text.slice(before.to, next.from).padEnd(1))) {
      merged[merged.length - 1] = { ...before, to: next.to, last: next.last }
    } else merged.push(next)
  }
  return merged
}

/** The last day as `YYYY-MM-DD`; null where there is no such day. */
function resolve(first: Day, last: Day, issueDate: string): string | null {
  const turns = first.year !== null && last.year === null && first.month > last.month ? 1 : 0
  const year = last.year ?? (first.year === null ? null : first.year + turns)
  if (year !== null) return calendarDate({ ...last, year })
  const issue = Date.parse(issueDate)
  const near = [-1, 0, 1].flatMap((step) => {
    const date = calendarDate({ ...last, year: Number(issueDate.slice(0, 4)) + step })
    return date === null ? [] : [{ date, away: Math.abs(Date.parse(date) - issue) }]
  })
  return near.sort((a, b) => a.away - b.away)[0]?.date ?? null
}

function calendarDate({ day, month, year }: { day: number; month: number; year: number }): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isDay ? date.toISOString().slice(0, 10) : null
}
