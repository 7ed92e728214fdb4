import { describe, expect, test } from 'vitest'
import type { DocumentSponsor } from '@/lib/document/schema'
import { ageInDays, byDay, byLink, compare, keepChanges, lastDayOf, medianOf, shortDays } from './rules'
import type { ClickCountRow, RanCopy } from './schema'

describe('the median', () => {
  test.each<[number[], number | null]>([
    [[], null],
    [[7], 7],
    [[9, 1, 5], 5],
    [[1, 2, 10, 4], 3],
    [[3, 4], 3.5],
  ])('of %j is %j', (values, median) => expect(medianOf(values)).toBe(median))
})

describe('a run is compared', () => {
  const run = (sponsorId: string, verified: number) => ({ sponsorId, verified })

  test('with nothing where nothing ran before', () => {
    expect(compare([], null)).toEqual({ kind: 'none' })
    expect(compare([], 'acme')).toEqual({ kind: 'none' })
  })
  test('with all earlier runs, for the studio', () => {
    expect(compare([run('bolt', 4)], null)).toEqual({ kind: 'median', runs: 1, median: 4 })
  })
  test('with its company’s own runs, however few', () => {
    expect(compare([run('acme', 4)], 'acme')).toEqual({ kind: 'median', runs: 1, median: 4 })
  })
  test('never so that one other company’s clicks could be told', () => {
    expect(compare([run('bolt', 4)], 'acme')).toEqual({ kind: 'few', runs: 1 })
    const two = [run('acme', 1), run('acme', 9), run('bolt', 4), run('corp', 5)]
    expect(compare(two, 'acme')).toEqual({ kind: 'few', runs: 4 })
    const three = [...two, run('bolt', 6)]
    expect(compare(three, 'acme')).toEqual({ kind: 'few', runs: 5 })
    expect(compare([...three, run('dyn', 7)], 'acme')).toEqual({ kind: 'median', runs: 6, median: 5.5 })
  })
})

test('age is told in days of UTC, as clicks are counted', () => {
  const ran = new Date('2027-03-07T23:59:00Z')
  expect(ageInDays(ran, new Date('2027-03-07T23:59:30Z'))).toBe(0)
  expect(ageInDays(ran, new Date('2027-03-08T00:00:00Z'))).toBe(1)
  expect(ageInDays(ran, new Date('2027-04-06T12:00:00Z'))).toBe(30)
})

test('a snapshot holds whole days, those of the run and so many more', () => {
  expect(lastDayOf(new Date('2027-03-07T23:59:00Z'), 1)).toBe('2027-03-08')
  expect(lastDayOf(new Date('2027-12-31T00:00:00Z'), 30)).toBe('2028-01-30')
})

describe('clicks are told', () => {
  const row = (url: string, day: string, kind: ClickCountRow['kind'], count: number) => ({
    url,
    day,
    kind,
    count,
  })
  const rows = [
    row('https://a.example', '2027-03-08', 'verified', 3),
    row('https://b.example', '2027-03-07', 'bot', 2),
    row('https://a.example', '2027-03-07', 'verified', 1),
  ]
  test('by link, in the order in which the copy has them, those without any too', () => {
    const links = byLink(['https://b.example', 'https://a.example', 'https://c.example'], rows)
    expect(links.map(({ url, clicks }) => [url, clicks.raw, clicks.verified])).toEqual([
      ['https://b.example', 2, 0],
      ['https://a.example', 4, 4],
      ['https://c.example', 0, 0],
    ])
  })
  test('by day, in order', () => {
    expect(byDay(rows).map(({ day, clicks }) => [day, clicks.raw])).toEqual([
      ['2027-03-07', 3],
      ['2027-03-08', 3],
    ])
  })
  test('on one page: the days after the tenth together', () => {
    const days = Array.from({ length: 12 }, (_, index) =>
      row('https://a.example', `2027-03-${10 + index}`, 'verified', 1),
    )
    const { first, rest } = shortDays(byDay(days))
    expect(first).toHaveLength(10)
    expect(rest).toMatchObject({ raw: 2, verified: 2 })
    expect(shortDays(byDay(days.slice(0, 10))).rest).toBeNull()
  })
})

test('of the editions those are kept in which the copy was another', () => {
  const copy = (edition: number, text: string): RanCopy => ({
    edition,
    hash: `h${edition}`,
    publishedAt: '2027-03-07T00:00:00.000Z',
    part: { id: 'p', text } as DocumentSponsor,
  })
  const kept = keepChanges([copy(1, 'old'), copy(2, 'old'), copy(3, 'new'), copy(4, 'new')])
  expect(kept.map(({ edition }) => edition)).toEqual([4, 2])
})
