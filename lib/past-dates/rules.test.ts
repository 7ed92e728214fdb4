import { describe, expect, test } from 'vitest'
import { corpusFiles } from '@/lib/testing/corpus'
import { readFiledIssues } from '@/lib/testing/filed-issues'
import { findPastDates, pastDatesInWords } from './rules'

const ISSUE = '2016-09-11'
const found = (text: string, issueDate = ISSUE) => findPastDates(text, issueDate).map(({ date }) => date)

describe('a day that lies before the issue’s date is found', () => {
  test.each([
    ['Join us on September 8.', '2016-09-08'],
    ['Join us on september 8', '2016-09-08'],
    ['SEPTEMBER 8: THE DAY', '2016-09-08'],
    ['Meet the author on Sept 8th in a live stream event:', '2016-09-08'],
    ['Sept. 8th', '2016-09-08'],
    ['Sep 8', '2016-09-08'],
    ['Thursday, Sept. 8, at 10:30', '2016-09-08'],
    ['Sept 8 2016 at 9am', '2016-09-08'],
    ['September 8, 2016.', '2016-09-08'],
    ['September 8,2016', '2016-09-08'],
    ['September 8th, ’16', '2016-09-08'],
    ['September the 8th', '2016-09-08'],
    ['8 September 2016', '2016-09-08'],
    ['8 Sept, 6 pm', '2016-09-08'],
    ['the 8th of September', '2016-09-08'],
    ['8-Sep-2016', '2016-09-08'],
    ['on 2016-09-08', '2016-09-08'],
    ['on 2016/09/08', '2016-09-08'],
    ['on 8/25/2016', '2016-08-25'],
    ['on 25/8/2016', '2016-08-25'],
    ['on 9/9/2016', '2016-09-09'],
    ['May 4 was fun', '2016-05-04'],
    ['June 30th', '2016-06-30'],
    ['Sept\u00a08th', '2016-09-08'],
    ['(Aug 31)', '2016-08-31'],
    ['save until Sept 10!', '2016-09-10'],
  ])('%s', (text, date) => {
    expect(found(text)).toEqual([date])
  })
})

describe('nothing is said of', () => {
  test.each([
    ['the issue’s own day', 'September 11'],
    ['a day to come', 'September 12, 2016'],
    ['a day of another year', 'September 8, 2017'],
    ['a date that may be two', 'on 9/8/2016'],
    ['a date without year, by slashes', 'on 8/25, or 25/8'],
    ['a version', 'Acme 8.9.2016 and v2016.09.08 and Node 4.5, May 6.2'],
    ['a time', 'Sept 8:30, Sept 8pm, Sept 8 a.m.'],
    ['a month alone', 'since August 2016, in May, by Sept'],
    ['a day that there is not', 'September 31, Feb 30, 2016-02-31, 45 August'],
    ['words like months', 'you may 5 times march 10 miles, mar 3 walls'],
    ['an amount', '$8 September deals, 1.8 May, Sept 8% off, 3.8 August, May 4.5 million'],
    ['something made of it', 'a Sept 8-hour day, sept8, 8september, XSept 8'],
    ['an address', 'https://acme.example/2016-09-08/sept-8 and www.acme.example/8/25/2016'],
    ['history that is told as such', 'Trusted since September 8, 2015'],
    ['nothing', ''],
  ])('%s', (_what, text) => {
    expect(found(text)).toEqual([])
  })
})

describe('a range is past when its last day is', () => {
  test.each([
    ['Sept 8–10', '2016-09-10'],
    ['Sept 8-10, 2016', '2016-09-10'],
    ['September 8th to 10th', '2016-09-10'],
    ['8–10 September 2016', '2016-09-10'],
    ['8 to 10 Sept', '2016-09-10'],
    ['Sept 8 and 9', '2016-09-09'],
    ['September 7, 8 & 9', '2016-09-09'],
    ['August 30 – September 2', '2016-09-02'],
    ['from 30 August until 2 September 2016', '2016-09-02'],
    ['2016-09-05 to 2016-09-08', '2016-09-08'],
    ['December 28 – January 2, 2016', '2016-01-02'],
  ])('%s', (text, date) => {
    expect(found(text)).toEqual([date])
  })
  test.each([
    'Sept 8–11',
    'Sept 8 through 12',
    '8–15 September',
    'Aug 30 – Oct 2',
    'September 8, 9 and 13',
    '2016-09-05 – 2016-09-30',
    'Nov 28, 2015 to Nov 28, 2016',
  ])('%s is not', (text) => {
    expect(found(text)).toEqual([])
  })
  test('hours after a day are no range', () => {
    expect(found('Sept 8, 10–11am')).toEqual(['2016-09-08'])
    expect(found('Sept 8 – 10pm')).toEqual(['2016-09-08'])
    expect(found('Sept 8 to 10:30')).toEqual(['2016-09-08'])
  })
})

describe('a day without a year is the nearest one', () => {
  test.each([
    ['January 8', '2016-12-25', []],
    ['December 28', '2017-01-01', ['2016-12-28']],
    ['Feb 29', '2016-03-06', ['2016-02-29']],
    ['Feb 29', '2017-01-08', ['2016-02-29']],
    ['Dec 30 – Jan 2', '2017-01-08', ['2017-01-02']],
    ['Dec 30 – Jan 2', '2017-01-01', []],
    ['May 20th', '2021-05-16', []],
    ['May 20th', '2021-05-23', ['2021-05-20']],
  ])('%s in the issue of %s', (text, issueDate, dates) => {
    expect(found(text, issueDate)).toEqual(dates)
  })
})

test('several are found in the order of the text, each once, as they are written', () => {
  const text = 'First Sept. 8th, then Aug 3, 2016; again on September 8 and on October 4.'
  expect(findPastDates(text, ISSUE)).toEqual([
    { written: 'Sept. 8th', date: '2016-09-08' },
    { written: 'Aug 3, 2016', date: '2016-08-03' },
  ])
})

test('long text is read in time that grows with it', () => {
  const started = performance.now()
  for (const piece of ['Sept 8, ', '8, ', '8-', 'Sept 8 and ', 'January ', '1 to ', ' '])
    findPastDates(piece.repeat(32_000 / piece.length), ISSUE)
  expect(performance.now() - started).toBeLessThan(1_000)
})

test('it is said in words', () => {
  expect(pastDatesInWords([], ISSUE)).toBeNull()
  expect(pastDatesInWords(findPastDates('on Sept 8th', ISSUE), ISSUE)).toBe(
    '“Sept 8th” is before the issue’s date, Sun 11 Sep 2016.',
  )
  expect(pastDatesInWords(findPastDates('on Sept 8th, Sept 9 and August 3', ISSUE), ISSUE)).toBe(
    '“Sept 8th”, “Sept 9” and “August 3” are before the issue’s date, Sun 11 Sep 2016.',
  )
})

describe('of messages that ran', () => {
  const files = [
    { file: 'lib/publishing/fixtures/sponsored-21-24.json', past: { 23: ['2021-05-20'] } },
    ...corpusFiles('sreweekly/complete', /\.json$/).map((file) => ({ file, past: { 39: ['2016-09-08'] } })),
  ]
  test.each(files)('$file has one that advertises what is over', ({ file, past }) => {
    const dates = readFiledIssues(file).map(
      ({ number, date, sponsor }) => [number, found(sponsor.text, date)] as const,
    )
    expect(Object.fromEntries(dates.filter(([, days]) => days.length > 0))).toEqual(past)
  })
})
