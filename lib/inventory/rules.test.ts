import { describe, expect, it } from 'vitest'
import { slot, top } from '@/lib/testing/inventory'
import { findGaps, isBookable, openDates, placeElsewhere, seriesDates } from './rules'
import type { InventoryDate, InventorySlot } from './schema'

const on = (
  date: string,
  slots: InventorySlot[] = [],
  state: InventoryDate['state'] = 'PLANNED',
): InventoryDate => ({
  date,
  issueId: date,
  state,
  number: null,
  slots,
  waiting: [],
})

describe('openDates', () => {
  it('are those of the cadence that have no issue', () => {
    expect(openDates('2026-12-06', '2026-12-27', 'WEEKLY', ['2026-12-13'])).toEqual([
      '2026-12-06',
      '2026-12-20',
      '2026-12-27',
    ])
  })

  it('leave out a week whose issue comes on another day', () => {
    expect(openDates('2026-12-06', '2026-12-13', 'WEEKLY', ['2026-12-14'])).toEqual(['2026-12-06'])
    expect(openDates('2026-12-01', '2027-02-01', 'MONTHLY', ['2027-01-10'])).toEqual([
      '2026-12-01',
      '2027-02-01',
    ])
  })
})

it('what is skipped, out or past takes no booking', () => {
  expect(isBookable(on('2026-12-06'), '2026-12-06')).toBe(true)
  expect(isBookable(on('2026-12-06', [], null), '2026-12-06')).toBe(true)
  expect(isBookable(on('2026-12-06', [], 'SKIPPED'), '2026-12-01')).toBe(false)
  expect(isBookable(on('2026-12-06', [], 'PUBLISHED'), '2026-12-01')).toBe(false)
  expect(isBookable(on('2026-12-06'), '2026-12-07')).toBe(false)
})

describe('seriesDates', () => {
  const dates = ['06', '13', '20', '27'].map((day) =>
    on(`2026-12-${day}`, day === '13' ? [slot('BOOKED')] : []),
  )
  const of = (every: number, times: number, skipTaken = false, start = '2026-12-06') =>
    seriesDates({ today: '2026-12-01', dates }, top, { start, every, times, skipTaken }).map(
      ({ date, taken }) => `${date.slice(8)}${taken ? '!' : ''}`,
    )

  it('take every so many issues', () => {
    expect(of(2, 2)).toEqual(['06', '20'])
    expect(of(1, 1, false, '2026-12-14')).toEqual(['20'])
  })

  it('name a taken one, or go on past it', () => {
    expect(of(1, 3)).toEqual(['06', '13!', '20'])
    expect(of(1, 3, true)).toEqual(['06', '20', '27'])
  })

  it('end where the dates end', () => {
    expect(of(1, 9)).toEqual(['06', '13!', '20', '27'])
  })
})

describe('placeElsewhere', () => {
  const two = { ...top, id: 'two', perIssue: 2 }
  const of = (placementId: string, id: string) => ({ id, placementId, sponsorId: 's' })
  const dates = [
    on('2026-12-06'),
    on('2026-12-13', [slot('BOOKED')]),
    on('2026-12-20', [], 'SKIPPED'),
    on('2026-12-27'),
    on('2027-01-03', [], null),
  ]
  const places = (bookings: ReturnType<typeof of>[], after = '2026-12-06') =>
    placeElsewhere(
      { today: '2026-12-01', keepsWaitlist: false, placements: [top, two], dates },
      bookings,
      after,
    ).map(({ to }) => to?.date ?? null)

  it('is the next free date for each, and never the same place twice', () => {
    expect(places([of('top', 'a'), of('two', 'b'), of('two', 'c'), of('two', 'd'), of('top', 'e')])).toEqual([
      '2026-12-27',
      '2026-12-13',
      '2026-12-13',
      '2026-12-27',
      '2027-01-03',
    ])
  })

  it('is none where nothing is free, or the placement is out of sale', () => {
    expect(places([of('top', 'a')], '2027-01-03')).toEqual([null])
    expect(places([of('gone', 'a')])).toEqual([null])
  })
})

describe('findGaps', () => {
  const gaps = (today: string, ...dates: InventoryDate[]) =>
    findGaps({ today, keepsWaitlist: true, placements: [top], dates }).map(
      ({ kind, date }) => `${kind} ${date}`,
    )

  it('tell what is unwritten, unapproved and unsold, and what is overdue', () => {
    expect(
      gaps(
        '2026-12-01',
        on('2026-12-03', [slot('BOOKED')]),
        on('2026-12-06', [slot('BOOKED')]),
        on('2026-12-13', [slot('COPY_SUBMITTED')]),
        on('2026-12-20', [slot('APPROVED')]),
        on('2026-12-27'),
      ),
    ).toEqual(['overdue 2026-12-03', 'unwritten 2026-12-06', 'unapproved 2026-12-13', 'unsold 2026-12-27'])
  })

  it('tell what waits for the sponsor apart from what waits for a review', () => {
    const mended = { ...slot('COPY_SUBMITTED'), writtenByStudio: true }
    expect(
      gaps(
        '2026-12-01',
        on('2026-12-03', [mended]),
        on('2026-12-06', [mended]),
        on('2026-12-13', [{ ...mended, isHouse: true }]),
        on('2026-12-20', [{ ...mended, hasContact: false }]),
      ),
    ).toEqual([
      'unapproved 2026-12-03',
      'unaccepted 2026-12-06',
      'unapproved 2026-12-13',
      'unapproved 2026-12-20',
    ])
  })

  it('count every place that is unsold', () => {
    const two = { ...top, perIssue: 2 }
    const dates = [on('2026-12-06'), on('2026-12-13', [slot('APPROVED')])]
    const found = findGaps({ today: '2026-12-01', keepsWaitlist: false, placements: [two], dates })
    expect(found.map(({ places }) => places)).toEqual([2, 1])
  })

  it('tell who waits for what is free, and not for what is taken', () => {
    const wait = { id: 'w', placementId: 'top', sponsorId: 's', sponsor: 'Acme' }
    const free = { ...on('2026-12-06'), waiting: [wait] }
    const taken = { ...on('2026-12-13', [slot('APPROVED')]), waiting: [wait] }
    expect(gaps('2026-12-01', free, taken)).toEqual(['wanted 2026-12-06'])
  })

  it('look four weeks ahead, and not at what is skipped', () => {
    expect(gaps('2026-12-01', on('2026-12-29'), on('2026-12-30'), on('2026-12-10', [], 'SKIPPED'))).toEqual([
      'unsold 2026-12-29',
    ])
  })
})
