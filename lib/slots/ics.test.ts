import { describe, expect, it } from 'vitest'
import { deadlineCalendar } from './ics'

const deadline = {
  uid: 'slot@example.com',
  day: '2026-12-31',
  title: 'Copy for SRE Weekly; “Top”, due',
  text: `One\nTwo \\ ${'é'.repeat(80)}`,
  url: 'https://example.com/sponsor',
  at: new Date('2026-11-24T02:03:04.567Z'),
}
const lines = deadlineCalendar(deadline).split('\r\n')

describe('deadlineCalendar', () => {
  it('is one event of one whole day, the end being the day after (RFC 5545, 3.6.1)', () => {
    expect(lines).toContain('DTSTART;VALUE=DATE:20261231')
    expect(lines).toContain('DTEND;VALUE=DATE:20270101')
    expect(lines).toContain('DTSTAMP:20261124T020304Z')
  })

  it('escapes what has a meaning in a text', () => {
    expect(lines).toContain('SUMMARY:Copy for SRE Weekly\\; “Top”\\, due')
    expect(lines.join('')).toContain('One\\nTwo \\\\ ')
  })

  it('folds lines at 75 octets and never inside a character', () => {
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines.join('\n').replace(/\n /g, '')).toContain('é'.repeat(80))
    expect(lines.at(-1)).toBe('')
  })
})
