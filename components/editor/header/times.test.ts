import { expect, test } from 'vitest'
import { timeUntil, wallClock } from './times'

test('the time to a deadline is said in the two units that matter', () => {
  const minute = 60_000
  expect(timeUntil(192 * minute)).toBe('in 3 h 12 min')
  expect(timeUntil(60 * minute)).toBe('in 1 h')
  expect(timeUntil(0.2 * minute)).toBe('in 1 min')
  expect(timeUntil(50 * 60 * minute)).toBe('in 2 days')
  expect(timeUntil(-1)).toBe('any moment now')
})

test('an instant is shown as the clocks of its zone show it', () => {
  const soon = new Date(Date.now() + 86_400_000)
  expect(wallClock(soon.toISOString(), 'UTC')).toMatch(/^\w{3} \d\d:\d\d UTC$/)
  expect(wallClock('2001-07-01T00:30:00Z', 'America/New_York')).toBe('Sat 30 Jun 2001 20:30 EDT')
})
