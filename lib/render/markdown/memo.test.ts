import { expect, it } from 'vitest'
import { memoByText } from './memo'

function counting(budget: number) {
  const asked: string[] = []
  const read = memoByText((text, variant) => {
    asked.push(variant + text)
    return { text }
  }, budget)
  return { asked, read }
}

it('hands back the very same thing for the same text', () => {
  const { asked, read } = counting(100)
  expect(read('one', 'a')).toBe(read('one', 'a'))
  expect(read('one', 'b')).not.toBe(read('one', 'a'))
  expect(asked).toEqual(['aone', 'bone'])
})

it('forgets what was used longest ago when the budget is spent', () => {
  const { asked, read } = counting(18)
  read('first', 'a')
  read('other', 'a')
  read('first', 'a')
  read('third', 'a')
  read('first', 'a')
  read('other', 'a')
  expect(asked).toEqual(['afirst', 'aother', 'athird', 'aother'])
})

it('keeps a text longer than the budget, once', () => {
  const { asked, read } = counting(4)
  read('much too long', 'a')
  read('much too long', 'a')
  expect(asked).toHaveLength(1)
})
