import { expect, it } from 'vitest'
import { findTrigger, holdsWords, writeLink } from './find-trigger'

it.each([
  ['as in [[', { from: 6, to: 8, typed: '' }],
  ['[[tide ta', { from: 0, to: 9, typed: 'tide ta' }],
  ['[[a]] and [[b', { from: 10, to: 13, typed: 'b' }],
  ['one [two', null],
  ['[[a\nb', null],
  ['[[a]] b', null],
  ['\\[[a', null],
  [`[[${'a'.repeat(100)}`, null],
])('finds what is looked for at the end of %j', (text, expected) => {
  expect(findTrigger(text, text.length)).toEqual(expected)
})

it('takes the brackets that close it along', () => {
  expect(findTrigger('see [[tide]].', 10)).toEqual({ from: 4, to: 12, typed: 'tide' })
})

it('finds titles by their words and writes them as links', () => {
  expect(holdsWords('How tides turn', 'TURN tid')).toBe(true)
  expect(holdsWords('How tides turn', 'waves')).toBe(false)
  expect(holdsWords('How tides turn', '')).toBe(true)
  expect(writeLink('A [b] *c*', 'https://news.example/items/1')).toBe(
    '[A \\[b\\] \\*c\\*](https://news.example/items/1)',
  )
})
