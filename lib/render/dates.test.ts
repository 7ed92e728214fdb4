import { expect, it } from 'vitest'
import { formatDate, formatDay } from './dates'

it.each([
  ['2016-09-25', 'en', 'September 25, 2016'],
  ['2016-09-25', 'en-GB', '25 September 2016'],
  ['2016-09-25', 'de', '25. September 2016'],
  ['2024-02-29', 'ja', '2024年2月29日'],
  ['2016-09-25', 'not a language', 'September 25, 2016'],
])('%s in %s is %s', (date, lang, text) => expect(formatDate(date, lang)).toBe(text))

it('shortens for the archive', () => {
  expect(formatDay('2016-09-25', 'en')).toBe('Sep 25')
  expect(formatDay('2016-01-01', 'en-GB')).toBe('1 Jan')
})
