import { describe, expect, test } from 'vitest'
import { type ComingIssue, comingDates, linkOf, offeredDates } from './rules'

const rhythm = { today: '2026-12-01', anchor: '2026-12-06', until: '2027-03-01', cadence: 'WEEKLY' } as const
const issue = (date: string, state: ComingIssue['state'], taken = {}): ComingIssue => ({ date, state, taken })
const top = { id: 'top', perIssue: 1, deadlineDays: 3 }

describe('the dates that are offered', () => {
  test('are those of the cadence and of issues to come, in order', () => {
    const issues = [issue('2026-12-10', 'PLANNED'), issue('2026-12-20', 'DRAFT')]
    const dates = comingDates(issues, rhythm).map(({ date }) => date)
    expect(dates.slice(0, 4)).toEqual(['2026-12-06', '2026-12-10', '2026-12-20', '2026-12-27'])
  })
  test.each(['SKIPPED', 'PUBLISHED', 'WITHDRAWN'] as const)('leave out a date that is %s', (state) => {
    const dates = comingDates([issue('2026-12-06', state)], rhythm).map(({ date }) => date)
    expect(dates[0]).toBe('2026-12-13')
  })
  test('are only what is planned, where issues come now and then', () => {
    const now = { ...rhythm, cadence: 'IRREGULAR' } as const
    expect(comingDates([issue('2026-12-20', 'PLANNED')], now)).toEqual([
      { ...issue('2026-12-20', 'PLANNED') },
    ])
  })
  test('are ten at most, begin where copy can still be in time, and say which are free and no more', () => {
    const taken = [issue('2026-12-13', 'PLANNED', { top: 1, other: 1 })]
    const offered = offeredDates(comingDates(taken, rhythm), top, '2026-12-04')
    expect(offered).toHaveLength(10)
    expect(offered.slice(0, 2)).toEqual([
      { date: '2026-12-13', isFree: false },
      { date: '2026-12-20', isFree: true },
    ])
  })
  test('are free while a placement of several has one left', () => {
    const dates = [{ date: '2026-12-13', taken: { top: 1 } }]
    expect(offeredDates(dates, { ...top, perIssue: 2 }, '2026-12-01')[0]?.isFree).toBe(true)
  })
})

test.each([
  ['acme.example', 'https://acme.example'],
  ['acme.example:8080/x', 'https://acme.example:8080/x'],
  ['http://acme.example', 'http://acme.example'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['', null],
])('the website %j leads to %j', (website, link) => expect(linkOf(website)).toBe(link))
