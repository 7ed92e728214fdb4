import { expect, it } from 'vitest'
import { renumber } from './rules'

it('names that say the number an issue had are known, and other numbers let alone', () => {
  const issue = {
    title: 'Tide Table Issue #41',
    subject: '41 waves, 410 boats, 4.41 knots',
    slug: 'issue-41',
  }
  expect(renumber(issue, 41, 42)).toEqual({
    title: 'Tide Table Issue #42',
    subject: '42 waves, 410 boats, 4.41 knots',
    slug: 'issue-42',
  })
  expect(renumber({ title: 'Waves', subject: '', slug: null }, 41, 42)).toEqual({})
})
