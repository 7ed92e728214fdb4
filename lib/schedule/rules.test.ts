import { expect, test } from 'vitest'
import { dateAfterSteps, dateInZone, instantOnDate, nextDate, nextWeekday, scheduleAt } from './rules'

const now = new Date('2026-01-01T00:00:00Z')
const zone = 'America/New_York'

test('a wall time becomes an instant of its zone', () => {
  expect(scheduleAt('2026-03-01T20:00', zone, now)).toEqual({ at: '2026-03-02T01:00:00.000Z', notice: null })
})
test('an hour that the zone skips is refused, with the next one that exists', () => {
  expect(scheduleAt('2026-03-08T02:30', zone, now)).toMatchObject({
    problem: expect.stringContaining('03:30'),
  })
})
test('of an hour that comes twice the first is taken, and it is said', () => {
  const result = scheduleAt('2026-11-01T01:30', zone, now)
  expect(result).toMatchObject({ at: '2026-11-01T05:30:00.000Z', notice: expect.stringContaining('twice') })
})
test('the past and what is no time are refused', () => {
  expect(scheduleAt('2025-12-31T12:00', zone, now)).toMatchObject({
    problem: expect.stringContaining('passed'),
  })
  expect(scheduleAt('soon', zone, now)).toMatchObject({ problem: expect.stringContaining('date and a time') })
})
test('dates are those of the publication’s zone', () => {
  expect(dateInZone(new Date('2026-03-02T01:00:00Z'), zone)).toBe('2026-03-01')
  expect(instantOnDate('2016-09-25', '20:00', zone).toISOString()).toBe('2016-09-26T00:00:00.000Z')
})
test('the next date follows weekday and cadence', () => {
  expect(nextWeekday('2026-03-02', 7)).toBe('2026-03-08')
  expect(nextWeekday('2026-03-08', 7)).toBe('2026-03-08')
  expect(nextDate('2026-01-31', 'MONTHLY')).toBe('2026-02-28')
  expect(dateAfterSteps('2026-01-31', -2, 'MONTHLY')).toBe('2025-11-30')
  expect(dateAfterSteps('2026-03-01', 3, 'FORTNIGHTLY')).toBe('2026-04-12')
})
