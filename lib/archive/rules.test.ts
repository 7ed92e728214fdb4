import { expect, it } from 'vitest'
import { groupByYear } from './rules'

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
