import { expect, it } from 'vitest'
import { problemInWords } from './rules'

it('says what is meant by a code, and nothing that an address says itself', () => {
  expect(problemInWords('too_many', 'suggestions')).toContain('Too many suggestions')
  const other = problemInWords('x', 'suggestions')
  for (const code of ['', 'constructor', '__proto__', '<b>Send money</b>'])
    expect(problemInWords(code, 'suggestions')).toBe(other)
})
