import { expect, it } from 'vitest'
import type { InventoryDate } from '@/lib/inventory/schema'
import { slot, top } from '@/lib/testing/inventory'
import { calendarMonths } from './calendar-months'

const today = '2026-12-01'
const twice = { ...top, perIssue: 2 }
const on = (date: string, change: Partial<InventoryDate> = {}): InventoryDate => ({
  date,
  issueId: date,
  state: 'PLANNED',
  number: null,
  slots: [],
  waiting: [],
  ...change,
})
const monthsOf = (...dates: InventoryDate[]) =>
  calendarMonths({ today, keepsWaitlist: false, placements: [twice], dates })

it('puts each date into its month, in their order', () => {
  const months = monthsOf(on('2026-12-27'), on('2027-01-03'), on('2027-01-10'))
  expect(months.map(({ name, dates }) => [name, dates.map(({ date }) => date)])).toEqual([
    ['December 2026', ['2026-12-27']],
    ['January 2027', ['2027-01-03', '2027-01-10']],
  ])
})

it('marks what is booked, and what is free beside it', () => {
  const [month] = monthsOf(on('2026-12-27', { slots: [slot('APPROVED')] }))
  expect(month?.dates[0]?.marks).toEqual([
    { id: 0, tone: 'ok', words: expect.stringMatching(/^Top: Acme, /) },
    { id: 1, tone: 'plain', words: 'Top: free' },
  ])
})

it('offers nothing on a day that is skipped or past', () => {
  const [past] = monthsOf(on('2026-11-01'))
  const [skipped] = monthsOf(on('2026-12-27', { state: 'SKIPPED' }))
  expect(past?.dates[0]?.marks).toEqual([])
  expect(skipped?.dates[0]).toMatchObject({ isSkipped: true, marks: [] })
})

it('tells two issues of one date apart', () => {
  const [month] = monthsOf(on('2026-12-27'), on('2026-12-27', { issueId: 'another' }))
  expect(new Set(month?.dates.map(({ id }) => id)).size).toBe(2)
})
