import { freePlaces, isBookable } from '@/lib/inventory/rules'
import type { Inventory, InventoryDate, InventoryPlacement, InventorySlot } from '@/lib/inventory/schema'
import type { IssueRow } from '@/lib/issue-list/schema'
import { titleOfIssue } from '@/lib/issues/rules'
import { dateFormat } from '@/lib/render/date-format'
import { dateInZone } from '@/lib/schedule/rules'
import { standingInWords, toneOf } from '@/lib/slots/rules'
import { deadlineOf } from '@/lib/sponsors/rules'
import type { CalendarDay, CalendarDeadline, CalendarIssue, CalendarSlot } from './schema'

const DAY_MS = 86_400_000
const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** The month that an address names, or that of `today` where it names none; `YYYY-MM`. */
export function monthOf(name: unknown, today: string): string {
  return typeof name === 'string' && /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(name) ? name : today.slice(0, 7)
}

/** The month so many after another one. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, at - 1 + count, 1)).toISOString().slice(0, 7)
}

/** The dates of a month and what fills its first and last week, Monday to Sunday. */
export function datesOfMonth(month: string): string[] {
  const first = Date.parse(`${month}-01T00:00:00Z`)
  const end = Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`)
  const before = (new Date(first).getUTCDay() + 6) % 7
  const weeks = Math.ceil((before + (end - first) / DAY_MS) / 7)
  return Array.from({ length: weeks * 7 }, (_, index) => dayAt(first + (index - before) * DAY_MS))
}

export type CalendarSource = {
  month: string
  rows: readonly IssueRow[]
  inventory: Inventory
  /** The publication's, e.g. `America/New_York`. */
  zone: string
}

/** What happens on each day of a month: issues, copy that is due, issues that go out on another day than their date. */
export function buildDays({ month, rows, inventory, zone }: CalendarSource): CalendarDay[] {
  const { today, dates } = inventory
  const deadlines = dates.flatMap((date) => deadlinesOf(date, inventory))
  return datesOfMonth(month).map((date) => ({
    date,
    inMonth: date.startsWith(month),
    isToday: date === today,
    isPast: date < today,
    issues: rows.filter((row) => row.date === date).map((row) => issueOf(row, inventory, zone)),
    isExpected: dates.some((each) => each.date === date && each.issueId === null),
    deadlines: deadlines.filter(({ on }) => on === date).map(({ on: _on, ...deadline }) => deadline),
    departures: rows.flatMap((row) => {
      if (row.state !== 'SCHEDULED' || !row.scheduledAt || row.date === date) return []
      const at = new Date(row.scheduledAt)
      if (dateInZone(at, row.scheduledZone ?? zone) !== date) return []
      const name = titleOfIssue(row)
      return { issueId: row.id, name, at: timeOf(at, row.scheduledZone ?? zone), date: row.date }
    }),
  }))
}

function timeOf(at: Date, zone: string): string {
  return dateFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at)
}

function slotOf(
  slot: InventorySlot,
  date: string,
  placement: InventoryPlacement,
  today: string,
): CalendarSlot {
  const standing = { ...slot, deadline: deadlineOf(date, placement.deadlineDays) }
  return {
    id: slot.id,
    sponsor: slot.sponsor,
    placement: placement.name,
    words: standingInWords(standing, today, 'studio'),
    tone: toneOf(standing, today),
  }
}

function issueOf(row: IssueRow, { dates, placements, today }: Inventory, zone: string): CalendarIssue {
  const booked = dates.find(({ issueId }) => issueId === row.id)
  const slots = placements.flatMap((placement) =>
    (booked?.slots ?? [])
      .filter(({ placementId }) => placementId === placement.id)
      .map((slot) => slotOf(slot, row.date, placement, today)),
  )
  const open = booked !== undefined && isBookable(booked, today)
  const free = open ? placements.reduce((sum, each) => sum + Math.max(0, freePlaces(booked, each)), 0) : 0
  const at = row.state === 'SCHEDULED' && row.scheduledAt ? new Date(row.scheduledAt) : null
  // On another day it stands there.
  const own = at && dateInZone(at, row.scheduledZone ?? zone) === row.date ? at : null
  return { row, slots, free, goesOut: own && timeOf(own, row.scheduledZone ?? zone) }
}

/** Copy that an issue waits for, with the last day on which it is in time. */
function deadlinesOf(
  date: InventoryDate,
  { placements, today }: Inventory,
): (CalendarDeadline & { on: string })[] {
  if (!isBookable(date, today)) return []
  return placements.flatMap((placement) =>
    date.slots
      .filter(({ placementId, state }) => placementId === placement.id && isOwed(state))
      .map((slot) => ({
        on: deadlineOf(date.date, placement.deadlineDays),
        issueDate: date.date,
        slot: slotOf(slot, date.date, placement, today),
      })),
  )
}

const isOwed = (state: InventorySlot['state']) => state === 'BOOKED' || state === 'CHANGES_REQUESTED'

/** Whether something happens on a day. */
export function isBusy({ issues, deadlines, departures, isExpected }: CalendarDay): boolean {
  return issues.length > 0 || deadlines.length > 0 || departures.length > 0 || isExpected
}
