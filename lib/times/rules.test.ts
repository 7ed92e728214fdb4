import { describe, expect, test } from 'vitest'
import {
  dayIn,
  daysInWords,
  formatDay,
  formatLongDay,
  formatLongMoment,
  formatMoment,
  formatWait,
  zoneInWords,
} from './rules'

const at = (text: string) => new Date(text)
const minute = 60_000

describe('a moment in a zone', () => {
  const now = at('2026-09-30T20:48:00Z')
  test('of the next days is told by its weekday', () => {
    expect(formatMoment(at('2026-10-05T00:00:00Z'), 'America/New_York', now)).toBe('Sun 20:00 EDT')
  })
  test('further off by its date, of another year with the year', () => {
    expect(formatMoment(at('2026-11-09T01:00:00Z'), 'America/New_York', now)).toBe('Sun 8 Nov 20:00 EST')
    expect(formatMoment(at('2027-01-04T01:00:00Z'), 'America/New_York', now)).toBe('Sun 3 Jan 2027 20:00 EST')
  })
  test('past by its date', () => {
    expect(formatMoment(at('2026-09-28T06:05:00Z'), 'UTC', now)).toBe('Mon 28 Sep 06:05 UTC')
  })
})
describe('a wait', () => {
  test.each([
    [3 * 60 * minute + 12 * minute, 'in 3 h 12 min'],
    [2 * 60 * minute, 'in 2 h'],
    [59 * minute + 59_999, 'in 59 min'],
    [50 * 60 * minute, 'in 2 days 2 h'],
    [24 * 60 * minute, 'in 1 day'],
    [40 * 24 * 60 * minute, 'in 40 days'],
    [30_000, 'in less than a minute'],
    [-1, 'due now'],
  ])('of %d ms', (ms, words) => expect(formatWait(ms)).toBe(words))
})
test('a calendar date is no instant: no zone moves it', () => {
  expect(formatDay('2016-09-25')).toBe('Sun 25 Sep 2016')
})
test.each([
  ['2026-10-04', 'in 3 days'],
  ['2026-10-02', 'tomorrow'],
  ['2026-10-01', 'today'],
  ['2026-09-30', 'yesterday'],
  ['2027-10-01', 'in 365 days'],
])('how far off the date %s is', (day, words) => expect(daysInWords(day, '2026-10-01')).toBe(words))
test('an instant has another date in another zone', () => {
  expect(dayIn('UTC', at('2026-10-05T00:00:00Z'))).toBe('2026-10-05')
  expect(dayIn('America/New_York', at('2026-10-05T00:00:00Z'))).toBe('2026-10-04')
})
test('a letter writes a date in full, and a zone by its name', () => {
  expect(formatLongDay('2016-09-25')).toBe('Sunday 25 September 2016')
  expect(['America/New_York', 'Europe/Berlin', 'UTC', 'Etc/UTC'].map(zoneInWords)).toEqual([
    'Eastern Time',
    'Central European Time',
    'UTC',
    'UTC',
  ])
})

test('a moment in a letter has the day and the zone as people call it', () => {
  const instant = at('2026-12-05T01:05:00Z')
  expect(formatLongMoment(instant, 'America/New_York')).toBe('Friday 4 December 2026, 20:05 Eastern Time')
  expect(formatLongMoment(instant, 'UTC')).toBe('Saturday 5 December 2026, 01:05 UTC')
})
