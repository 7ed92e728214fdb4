import { expect, test } from 'vitest'
import { guessSettings } from './guess-settings'

const issue = (number: number | null, title: string, slug: string | null = null) => ({
  number,
  title,
  slug,
  sections: [{ title: 'Mishaps', layout: 'list' as const, items: [] }],
})

test('an archive tells its name, its templates and its sections', () => {
  const issues = [
    issue(11, 'Harbour Notes Issue #11', 'harbour-notes-issue-11'),
    issue(12, 'Harbour Notes Issue #12', 'harbour-notes-issue-12'),
  ]
  expect(guessSettings(issues)).toEqual({
    name: 'Harbour Notes',
    titleTemplate: 'Harbour Notes Issue #{number}',
    slugTemplate: 'harbour-notes-issue-{number}',
    sectionTemplates: [{ title: 'Mishaps', layout: 'list' }],
  })
})
test.each([
  ['This Week in Harbours 12', 'This Week in Harbours'],
  ['Harbour Notes, No. 12: storms', 'Harbour Notes'],
  ['Harbour Notes — Edition 12', 'Harbour Notes'],
])('%s is by %s', (title, name) => {
  expect(guessSettings([issue(12, title)]).name).toBe(name)
})
test('nothing is guessed where issues differ, or have no number', () => {
  expect(guessSettings([issue(1, 'One storm 1'), issue(2, 'Two calms 2')]).titleTemplate).toBeUndefined()
  expect(guessSettings([issue(null, 'A letter')])).toEqual({})
  expect(guessSettings([issue(2, '2 in 2')]).titleTemplate).toBeUndefined()
})
