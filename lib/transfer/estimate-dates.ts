import { Temporal } from 'temporal-polyfill'
import { type Cadence, dateAfterSteps } from '@/lib/schedule/rules'
import type { ParsedIssue } from './schema'

export type EstimateInput = {
  cadence: Cadence
  /** ISO weekday, 1 Monday … 7 Sunday. */
  weekday: number
  /** Issues whose dates are known: those of the archive. */
  known: { number: number; date: string }[]
  today: string
}

function nearest(number: number, known: EstimateInput['known']): { number: number; date: string } | null {
  const byDistance = [...known].sort((a, b) => Math.abs(a.number - number) - Math.abs(b.number - number))
  return byDistance[0] ?? null
}

/** The last day of issue before today. */
function lastIssueDay(today: string, weekday: number): string {
  const date = Temporal.PlainDate.from(today)
  return date.subtract({ days: ((date.dayOfWeek - weekday + 6) % 7) + 1 }).toString()
}

/**
 * Gives issues without a date one, counted by number and cadence from the nearest issue whose date is known, in the run
 * or in the archive; without any, the newest of them takes the last day of issue. Each is listed as unsure.
 */
export function estimateDates(issues: ParsedIssue[], { cadence, weekday, known, today }: EstimateInput) {
  const dated = issues.flatMap(({ number, date }) =>
    number !== null && date !== null ? [{ number, date }] : [],
  )
  const undated = issues.filter((issue) => issue.date === null)
  const highest = Math.max(0, ...undated.map((issue) => issue.number ?? 0))
  const start = { number: highest, date: lastIssueDay(today, weekday) }
  for (const issue of undated) {
    const number = issue.number ?? highest
    const from = nearest(number, dated) ?? nearest(number, known) ?? start
    const date = dateAfterSteps(from.date, number - from.number, cadence)
    issue.date = date > today ? lastIssueDay(today, weekday) : date
    const how =
      from === start
        ? 'taken from the last day of issue and its number'
        : `counted from issue ${from.number}, ${from.date}`
    issue.unsure.push({
      line: issue.line,
      text: issue.date,
      why: `the source has no date; this one is ${how}`,
    })
  }
}
