import { sumClicks } from '@/lib/clicks/rules'
import type { ClickTotals } from '@/lib/clicks/schema'
import { canonicalJson } from '@/lib/document/rules'
import type { ClickCountRow, Comparison, DayClicks, EarlierRun, LinkClicks, RanCopy } from './schema'

const DAY_MS = 86_400_000
/** Days that a report shows one by one; more don't fit beside the rest on one sheet of A4. */
const DAYS_SHOWN = 10
/** With fewer runs by others, a median tells what one of them got. */
const OTHERS_AT_LEAST = 3

export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)]
  if (upper === undefined) return null
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper
}

/**
 * The median of earlier runs, for a contact of the company `viewer`, or for the studio (null). A contact is shown what
 * others' runs come to only where at least three companies are behind it.
 */
export function compare(runs: readonly EarlierRun[], viewer: string | null): Comparison {
  const median = medianOf(runs.map(({ verified }) => verified))
  if (median === null) return { kind: 'none' }
  const others = new Set(runs.map(({ sponsorId }) => sponsorId).filter((id) => id !== viewer))
  if (viewer !== null && others.size > 0 && others.size < OTHERS_AT_LEAST)
    return { kind: 'few', runs: runs.length }
  return { kind: 'median', runs: runs.length, median }
}

const dayNumber = (at: Date) => Math.floor(at.getTime() / DAY_MS)

/** Days of UTC between two instants, since clicks are kept by those. */
export const ageInDays = (ranAt: Date, at: Date): number => Math.max(0, dayNumber(at) - dayNumber(ranAt))

/** The last day (UTC, `YYYY-MM-DD`) that belongs to a snapshot. It is taken once that day is over. */
export function lastDayOf(ranAt: Date, days: number): string {
  return new Date((dayNumber(ranAt) + days) * DAY_MS).toISOString().slice(0, 10)
}

/** Clicks of each link: of `urls` in that order, then of addresses that a correction took out. */
export function byLink(urls: readonly string[], rows: readonly ClickCountRow[]): LinkClicks[] {
  const all = [...new Set([...urls, ...rows.map(({ url }) => url)])]
  return all.map((url) => ({ url, clicks: sumClicks(rows.filter((row) => row.url === url)) }))
}

/** Clicks of each day that had any, in order. */
export function byDay(rows: readonly ClickCountRow[]): DayClicks[] {
  const days = [...new Set(rows.map(({ day }) => day))].sort()
  return days
    .map((day) => ({ day, clicks: sumClicks(rows.filter((row) => row.day === day)) }))
    .filter(({ clicks }) => clicks.raw > 0)
}

/** The first days one by one, and all that came after them together. */
export function shortDays(days: readonly DayClicks[]): { first: DayClicks[]; rest: ClickTotals | null } {
  const later = days.slice(DAYS_SHOWN)
  if (later.length === 0) return { first: [...days], rest: null }
  const rest = later.flatMap(({ clicks }) => [
    { kind: 'verified', count: clicks.verified },
    ...clicks.excluded,
  ])
  return { first: days.slice(0, DAYS_SHOWN), rest: sumClicks(rest) }
}

/** Of all editions, oldest first, the last one of each text in a row; newest first. */
export function keepChanges(copies: readonly RanCopy[]): RanCopy[] {
  return copies
    .filter((copy, index) => {
      const next = copies[index + 1]
      return !next || canonicalJson(next.part) !== canonicalJson(copy.part)
    })
    .reverse()
}
