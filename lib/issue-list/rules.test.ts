import { expect, test } from 'vitest'
import { filterOf, filterPath, likePattern, numberOf } from './rules'

const key = '2026-03-01_0191f0c0-0000-7000-8000-000000000000'

test('a filter and its address are the same thing', () => {
  const filter = { q: 'load & balance', state: 'DRAFT', year: 2026, after: key } as const
  const url = new URL(filterPath(filter), 'http://desk.invalid')
  expect(filterOf(Object.fromEntries(url.searchParams))).toEqual(filter)
  expect(filterPath({ q: '', state: null, year: null, after: null })).toBe('/admin/issues')
})
test('what makes no sense is dropped', () => {
  expect(filterOf({ state: 'lost', year: 'x', after: "1' OR 1=1", q: ['a', 'b'] })).toEqual({
    q: 'a',
    state: null,
    year: null,
    after: null,
  })
})
test('what Postgres would refuse is dropped too: a day that no month has, a NUL', () => {
  expect(filterOf({ after: key.replace('03-01', '02-30'), q: 'a\u0000b' })).toMatchObject({
    after: null,
    q: '',
  })
  expect(filterOf({ after: key }).after).toBe(key)
})
test('a number names an issue; other texts don’t', () => {
  expect([numberOf('42'), numberOf(' #42'), numberOf('4x2'), numberOf('')]).toEqual([42, 42, null, null])
})
test('marks of LIKE stand for themselves', () => {
  expect(likePattern('100%_\\')).toBe('%100\\%\\_\\\\%')
})
