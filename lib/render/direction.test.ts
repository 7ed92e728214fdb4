import { expect, it } from 'vitest'
import { dirAttribute, directionOf } from './direction'

it.each([
  ['Plain text', 'ltr'],
  ['احترف الأردوينو', 'rtl'],
  ['עברית', 'rtl'],
  ['12 – «שלום»', 'rtl'],
  ['“Quoted” words here שלום', 'ltr'],
  ['GitHub تعلن عن إصدار جديد', 'rtl'],
  ['Kubernetes שלום', 'rtl'],
  ['The word سلام means peace', 'ltr'],
  ['日本語', 'ltr'],
  ['123 😀 …', null],
  ['', null],
])('%j runs %s', (text, direction) => expect(directionOf(text)).toBe(direction))

it('leans towards the page where a text is mixed', () => {
  const mixed = 'GitHub Actions تعلن'
  expect(directionOf(mixed, 'rtl')).toBe('rtl')
  expect(directionOf(mixed, 'ltr')).toBe('ltr')
})

it('is written only where a text runs against the page', () => {
  expect(dirAttribute('שלום', 'ltr')).toEqual({ dir: 'rtl' })
  expect(dirAttribute('Hello', 'rtl')).toEqual({ dir: 'ltr' })
  expect(dirAttribute('Hello', 'ltr')).toEqual({})
  expect(dirAttribute('…', 'rtl')).toEqual({})
})
