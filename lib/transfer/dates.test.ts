import { expect, test } from 'vitest'
import { findDate } from './dates'

test.each([
  ['2016-09-25', '2016-09-25', null],
  ['2016-9-5', '2016-09-05', null],
  ['2013-06-07 18:46', '2013-06-07', '18:46'],
  ['2017-10-02T10:54:50.957Z', '2017-10-02', '10:54:50.957Z'],
  ['2024-01-02T7:05+0200', '2024-01-02', '07:05+02:00'],
  ['Issue #41 - September 25, 2016', '2016-09-25', null],
  ['Sunday, Sept. 25th 2016', '2016-09-25', null],
  ['25 September 2016', '2016-09-25', null],
])('%s is %s', (text, date, time) => {
  expect(findDate(text)).toMatchObject({ date, time })
})

test.each(['', 'soon', '2016-02-30', '2016-13-01', '09/10/2016', 'May', '31 June 2016'])(
  '%j is no date',
  (text) => {
    expect(findDate(text)).toBeNull()
  },
)
