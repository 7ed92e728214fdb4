import { expect, it } from 'vitest'
import { groupByYear, newestYears, termSlug } from './rules'

const entry = (date: string) => ({ slug: date, title: date, number: null, date, itemCount: 1 })

it('parts the archive at the turn of the year, keeping its order', () => {
  const entries = ['2026-01-04', '2025-12-28', '2025-01-05', '2023-06-01'].map(entry)
  expect(groupByYear(entries).map(({ year, entries }) => [year, entries.length])).toEqual([
    ['2026', 1],
    ['2025', 2],
    ['2023', 1],
  ])
  expect(groupByYear(entries).flatMap((year) => year.entries)).toEqual(entries)
  expect(groupByYear([])).toEqual([])
})

it.each([
  ['Databases', 'databases'],
  ['Incident  Response!', 'incident-response'],
  ['DevOps', 'devops'],
  ['C', 'c'],
  ['C++', 'cplusplus'],
  ['C#', 'csharp'],
  ['#outages', 'outages'],
  ['Node.js', 'node-js'],
  ['Café', 'cafe'],
  ['Łódź', 'lodz'],
  ['Базы данных', 'bazy-dannykh'],
  ['東京', '東京'],
  ['東京 News', '東京-news'],
  ['データ・ベース', 'データ-ベース'],
  ['!?', ''],
  ['', ''],
  ['x'.repeat(200), 'x'.repeat(80)],
])('makes an address of %s', (text, slug) => {
  expect(termSlug(text)).toBe(slug)
  expect(termSlug(slug)).toBe(slug)
})

it.each([
  [[], null],
  [[52], ['2026', '2026']],
  [
    [52, 52],
    ['2026', '2026'],
  ],
  [
    [3, 52, 52],
    ['2025', '2026'],
  ],
  [
    [1, 2, 52, 52],
    ['2024', '2026'],
  ],
  [
    [1, 2],
    ['2025', '2026'],
  ],
])('the archive begins with as many years as %j issues need', (counts, span) => {
  const years = counts.map((count, index) => ({ year: String(2026 - index), count }))
  expect(newestYears(years)).toEqual(span && { from: span[0], to: span[1] })
})
