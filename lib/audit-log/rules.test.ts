import { expect, test } from 'vitest'
import { actionWords, unnamed } from './rules'

test('what has no name has its article', () => {
  expect(['issue', 'slot', 'ad copy', 'user'].map(unnamed)).toEqual([
    'an issue',
    'a slot',
    'an ad copy',
    'a user',
  ])
})
test('an action is words', () => expect(actionWords('save-item')).toBe('Save item'))
