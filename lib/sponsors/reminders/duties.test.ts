import { describe, expect, it, test } from 'vitest'
import type { Inventory } from '@/lib/inventory/schema'
import { digestText } from '@/lib/sponsors/mails/digest-text'
import { type Duty, findDuties, isWorthMailing, type SlotAhead } from './duties'

const slot = (state: SlotAhead['state'], deadline: string, fields: Partial<SlotAhead> = {}): SlotAhead => ({
  id: `${state} ${deadline}`,
  state,
  date: deadline,
  deadline,
  placement: 'Top',
  sponsor: 'Acme',
  versionId: 'v',
  writtenByStudio: false,
  ...fields,
})
const empty: Pick<Inventory, 'dates' | 'placements'> = { dates: [], placements: [] }
const today = '2026-12-01'
const kindsOf = (...slots: SlotAhead[]) => findDuties(slots, empty, today).map(({ kind }) => kind)

describe('duties', () => {
  it('are copy that is unwritten within a week of its deadline, or past it', () => {
    expect(kindsOf(slot('BOOKED', '2026-12-09'))).toEqual([])
    expect(kindsOf(slot('BOOKED', '2026-12-08'))).toEqual(['unwritten'])
    expect(kindsOf(slot('CHANGES_REQUESTED', '2026-12-01'))).toEqual(['unwritten'])
    expect(kindsOf(slot('BOOKED', '2026-11-30'))).toEqual(['overdue'])
  })

  it('are copy that waits for review, that of the studio’s own hand only when the sponsor let time pass', () => {
    expect(kindsOf(slot('COPY_SUBMITTED', '2027-03-01'))).toEqual(['review'])
    expect(kindsOf(slot('COPY_SUBMITTED', '2026-12-01', { writtenByStudio: true }))).toEqual([])
    expect(kindsOf(slot('COPY_SUBMITTED', '2026-11-30', { writtenByStudio: true }))).toEqual(['review'])
    expect(kindsOf(slot('RAN', '2026-11-01'))).toEqual(['review'])
  })

  it('are nothing that is held, approved or over', () => {
    expect(
      kindsOf(...(['HELD', 'APPROVED', 'RELEASED', 'MISSED'] as const).map((s) => slot(s, today))),
    ).toEqual([])
  })

  it('are the places that nobody has in the next four issues', () => {
    const placements = [
      { id: 'top', name: 'Top', perIssue: 1, price: 0, currency: 'USD', deadlineDays: 3, acceptsLate: true },
    ]
    const dates = ['06', '13', '20', '27', '30'].map((day) => ({
      date: `2026-12-${day}`,
      issueId: null,
      state: day === '13' ? ('SKIPPED' as const) : null,
      number: null,
      slots: [],
      waiting: [],
    }))
    expect(findDuties([], { dates, placements }, today).map(({ date }) => date)).toEqual([
      '2026-12-06',
      '2026-12-20',
      '2026-12-27',
      '2026-12-30',
    ])
  })
})

test('a digest is mailed for what is new or due, and not for nothing', () => {
  const [unwritten = {} as Duty] = findDuties([slot('BOOKED', '2026-12-03')], empty, today)
  expect(isWorthMailing([], today, { isNews: true })).toBe(false)
  expect(isWorthMailing([unwritten], today, { isNews: true })).toBe(true)
  expect(isWorthMailing([unwritten], today, { isNews: false })).toBe(false)
  expect(isWorthMailing([unwritten], '2026-12-03', { isNews: false })).toBe(true)
})

test('a digest says the urgent first, and what is unsold in one line for each placement', () => {
  const unsold = (date: string): Duty => ({
    kind: 'unsold',
    date,
    deadline: null,
    placement: 'Top',
    sponsor: null,
    slotId: null,
    versionId: null,
  })
  const slots = [
    slot('BOOKED', '2026-12-03'),
    slot('COPY_SUBMITTED', '2026-12-05'),
    slot('BOOKED', '2026-11-30'),
  ]
  const told = digestText([...findDuties(slots, empty, today), unsold('2026-12-06'), unsold('2026-12-13')])
  expect(told.subject).toBe('Sponsors: 1 overdue, 1 to review, 1 unwritten, 2 unsold')
  expect(told.paragraphs).toEqual([
    'Overdue: Acme, “Top” on Monday 30 November 2026; copy was due on Monday 30 November 2026.',
    'Waits for review: Acme, “Top” on Saturday 5 December 2026.',
    'Not written yet: Acme, “Top” on Thursday 3 December 2026; copy is due on Thursday 3 December 2026.',
    'Unsold: “Top” on Sunday 6 December 2026, Sunday 13 December 2026.',
  ])
  const many = Array.from({ length: 40 }, (_, n) => slot('BOOKED', today, { id: String(n) }))
  expect(digestText(findDuties(many, empty, today)).paragraphs.at(-1)).toBe('And 10 more, in the calendar.')
})
