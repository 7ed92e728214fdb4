import type { IssueRow } from '@/lib/issue-list/schema'
import type { toneOf } from '@/lib/slots/rules'

/** A booking as the calendar tells it. `words`: how it stands. */
export type CalendarSlot = {
  id: string
  sponsor: string
  placement: string
  words: string
  tone: ReturnType<typeof toneOf>
}

/** An issue on its date. `goesOut`: at what time, where it is scheduled for that day; e.g. `20:00`. */
export type CalendarIssue = { row: IssueRow; slots: CalendarSlot[]; free: number; goesOut: string | null }

/** Copy that isn't there, on the last day on which it is in time. */
export type CalendarDeadline = { slot: CalendarSlot; issueDate: string }

export type CalendarDay = {
  /** `YYYY-MM-DD`. */
  date: string
  inMonth: boolean
  isToday: boolean
  isPast: boolean
  issues: CalendarIssue[]
  /** An issue comes by the cadence, and nobody has planned it. */
  isExpected: boolean
  deadlines: CalendarDeadline[]
  /** Issues dated on another day that go out on this one. */
  departures: { issueId: string; name: string; at: string; date: string }[]
}

export type Calendar = {
  /** `YYYY-MM`. */
  month: string
  today: string
  /** Whole weeks, Monday first. */
  days: CalendarDay[]
}
