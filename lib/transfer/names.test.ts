import { expect, test } from 'vitest'
import { findNumber, readFileName, readIssueName, slugOfAddress } from './names'

test.each([
  ['SRE Weekly Issue #41', 41],
  ['Issue 7', 7],
  ['No. 12: knots', 12],
  ['#300', 300],
  ['This Week in Rust 56', 56],
  ['Best of 2019', null],
  ['Harbour Notes', null],
  ['Issue #0', 0],
])('the number of %j is %j', (title, number) => {
  expect(findNumber(title)).toBe(number)
})

test('a heading gives title, number and date apart', () => {
  expect(readIssueName('SRE Weekly Issue #41 - September 25, 2016')).toEqual({
    title: 'SRE Weekly Issue #41',
    number: 41,
    date: '2016-09-25',
    time: null,
  })
  expect(readIssueName('Notes #3 (2020-01-05)')).toMatchObject({ title: 'Notes #3', date: '2020-01-05' })
})

test('a file’s name may tell date and number', () => {
  expect(readFileName('a/2016-04-28-issue-20.md')).toMatchObject({ date: '2016-04-28', number: 20 })
  expect(readFileName('issue-100.markdown')).toMatchObject({ date: null, number: 100 })
  expect(readFileName('2014-08-03-renewal.md')).toMatchObject({ date: '2014-08-03', number: null })
  expect(readFileName('README.md')).toMatchObject({ date: null, number: null })
})

test('the slug of an old address is the last part of its path', () => {
  expect(slugOfAddress('https://sreweekly.com/sre-weekly-issue-41/')).toBe('sre-weekly-issue-41')
  expect(slugOfAddress('https://a.example/p/one.html?x=1#y')).toBe('one')
  expect(slugOfAddress('https://a.example/')).toBeNull()
})
