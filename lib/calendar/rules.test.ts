import { describe, expect, it } from 'vitest'
import type { Inventory } from '@/lib/inventory/schema'
import type { IssueRow } from '@/lib/issue-list/schema'
import { buildDays, datesOfMonth, monthAfter, monthOf } from './rules'

describe('a month', () => {
  it('is whole weeks from Monday on', () => {
    const dates = datesOfMonth('2026-11')
    expect([dates[0], dates.at(-1), dates.length]).toEqual(['2026-10-26', '2026-12-06', 42])
    expect(datesOfMonth('2027-02')).toHaveLength(28)
  })

  it('is the one that is asked for, or this one', () => {
    expect(monthOf('2027-02', '2026-11-26')).toBe('2027-02')
    for (const name of ['2027-13', '27-1', 'x', undefined, ['2027-01']])
      expect(monthOf(name, '2026-11-26')).toBe('2026-11')
    expect([monthAfter('2026-11', 2), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12'])
  })
})

const placement = {
  id: 'p',
  name: 'Top',
  perIssue: 2,
  price: 0,
  currency: 'EUR',
  deadlineDays: 3,
  acceptsLate: true,
}
const slot = {
  id: 's',
  placementId: 'p',
  ordinal: 1,
  state: 'BOOKED' as const,
  sponsorId: 'r',
  sponsor: 'Ropeworks',
  isHouse: false,
  field: '',
  writtenByStudio: false,
  hasContact: true,
}
const inventory: Inventory = {
  today: '2026-11-25',
  keepsWaitlist: false,
  placements: [placement],
  dates: [
    { date: '2026-11-29', issueId: 'i', state: 'SCHEDULED', number: 7, slots: [slot], waiting: [] },
    { date: '2026-12-06', issueId: null, state: null, number: null, slots: [], waiting: [] },
  ],
}
const row = {
  id: 'i',
  state: 'SCHEDULED',
  number: 7,
  title: 'Seven',
  date: '2026-11-29',
  scheduledAt: '2026-11-30T01:00:00.000Z',
  scheduledZone: 'America/New_York',
} as IssueRow

describe('the days of a month', () => {
  const days = buildDays({ month: '2026-11', rows: [row], inventory, zone: 'UTC' })
  const on = (date: string) => days.find((day) => day.date === date)

  it('have the issues of their date, with their slots and when they go out', () => {
    expect(on('2026-11-29')).toMatchObject({
      issues: [{ row, free: 1, goesOut: '20:00', slots: [{ sponsor: 'Ropeworks', tone: 'warn' }] }],
      departures: [],
    })
    expect(on('2026-11-30')).toMatchObject({ issues: [], isExpected: false, departures: [] })
  })

  it('have the copy that is due on them', () => {
    expect(on('2026-11-26')?.deadlines).toMatchObject([{ issueDate: '2026-11-29', slot: { id: 's' } }])
  })

  it('say where an issue is expected, and where one goes out on another day than its date', () => {
    expect(on('2026-12-06')).toMatchObject({ isExpected: true, inMonth: false })
    const late = buildDays({
      month: '2026-11',
      rows: [{ ...row, scheduledZone: null }],
      inventory,
      zone: 'Europe/Berlin',
    }).find((day) => day.date === '2026-11-30')
    expect(late?.departures).toEqual([{ issueId: 'i', name: 'Seven', at: '02:00', date: '2026-11-29' }])
  })
})
