import { expect, it } from 'vitest'
import { plural } from './rules'

it('counts in words', () => {
  expect([0, 1, 2, 1_200].map((count) => plural(count, 'link'))).toEqual([
    '0 links',
    '1 link',
    '2 links',
    '1,200 links',
  ])
  expect(plural(2, 'reply', 'replies')).toBe('2 replies')
})
