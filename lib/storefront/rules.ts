import { isUrl } from '@/lib/address/is-url'
import type { FormKind } from '@/lib/forms/schema'
import { isBookable, openDates } from '@/lib/inventory/rules'
import type { IssueState } from '@/lib/issues/schema'
import type { Cadence } from '@/lib/schedule/rules'
import { deadlineOf } from '@/lib/sponsors/rules'
import { type OfferedDate, type RequestField, type RequestState, requestFields } from './schema'

/** How many coming dates a placement is offered for. */
const DATES_OFFERED = 10

/** How often requests are taken: from one client, for one address, and in all, since each keeps a place for days. */
export const requestLimits = {
  client: { limit: 5, seconds: 60 * 60 },
  address: { limit: 3, seconds: 24 * 60 * 60 },
  all: { limit: 20, seconds: 60 * 60 },
} as const

export const requestForm: FormKind<RequestField> = {
  name: 'kept-request-form',
  path: '/sponsor-us/request',
  fields: requestFields,
  longest: 4000,
  limit: { limit: 200, seconds: 60 * 60 },
}

/** An issue as strangers may know of it: its date, and how many places of each placement are taken. */
export type ComingIssue = { date: string; state: IssueState; taken: Record<string, number> }
type Rhythm = { today: string; anchor: string; until: string; cadence: Cadence }

/**
 * The dates that can be booked, in order: issues that are to come, and dates of the cadence that have none yet. A
 * publication without a rhythm promises only what it has planned.
 */
export function comingDates(
  issues: readonly ComingIssue[],
  { today, anchor, until, cadence }: Rhythm,
): Pick<ComingIssue, 'date' | 'taken'>[] {
  const known = issues.map(({ date }) => date)
  const open = cadence === 'IRREGULAR' ? [] : openDates(anchor, until, cadence, known)
  return [
    ...issues.filter((issue) => isBookable(issue, today)),
    ...open.filter((date) => date >= today).map((date) => ({ date, taken: {} })),
  ].sort((a, b) => a.date.localeCompare(b.date))
}

type Placement = { id: string; perIssue: number; deadlineDays: number }

/** The next dates of a placement, each free or not; those whose copy would be late already are left out. */
export function offeredDates(
  dates: readonly Pick<ComingIssue, 'date' | 'taken'>[],
  { id, perIssue, deadlineDays }: Placement,
  today: string,
): OfferedDate[] {
  return dates
    .filter(({ date }) => deadlineOf(date, deadlineDays) >= today)
    .slice(0, DATES_OFFERED)
    .map(({ date, taken }) => ({ date, isFree: (taken[id] ?? 0) < perIssue }))
}

const states: Record<RequestState, string> = {
  OPEN: 'waits',
  ACCEPTED: 'was accepted',
  DECLINED: 'was declined',
  LAPSED: 'has lapsed',
}
/** What became of a request, in words. */
export const requestStateInWords = (state: RequestState): string => states[state]

/** Where a website leads as somebody typed it, with or without a scheme; null where nobody may follow it. */
export function linkOf(website: string): string | null {
  const typed = website.trim()
  const address = /^[a-z][a-z\d+.-]*:/i.test(typed) && !/^[^/]*:\d/.test(typed) ? typed : `https://${typed}`
  if (typed === '' || !isUrl(address)) return null
  return /^https?:$/.test(new URL(address).protocol) ? address : null
}
