import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { ArchiveEntry, YearCount } from '@/lib/archive/schema'
import { ArchiveList } from './archive-list'

/** One issue a week, newest first. */
function weeks(count: number): ArchiveEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const number = count - index
    const date = new Date(Date.UTC(2015, 0, 4) + number * 7 * 86_400_000).toISOString().slice(0, 10)
    return {
      slug: `issue-${number}`,
      title: `Tide Table Issue #${number}`,
      number,
      date,
      itemCount: number % 20,
    }
  })
}

const english = { lang: 'en', dir: 'ltr' } as const
const years = (...counts: [string, number][]) => counts.map(([year, count]) => ({ year, count }))
const list = (entries: ArchiveEntry[], ofYears: YearCount[], year?: string) =>
  renderToStaticMarkup(
    <ArchiveList entries={entries} years={ofYears} around={english} {...(year ? { year } : {})} />,
  )

it('shows the issues by year, with a way to every year there is', () => {
  const html = list(weeks(60), years(['2016', 8], ['2015', 52], ['2014', 50]))
  expect(html.match(/<li>/g)).toHaveLength(60)
  const ways = [...html.matchAll(/<a href="\/issues\/year\/(\d{4})"( aria-current="true")?>/g)]
  expect(ways.map((match) => [match[1], Boolean(match[2])])).toEqual([
    ['2016', true],
    ['2015', true],
    ['2014', false],
  ])
  expect(html).toContain('<p class="eyebrow">110 issues</p><h1>Archive</h1>')
  for (const year of ['2016', '2015']) expect(html).toContain(`<h2 id="y${year}"`)
  expect(html.indexOf('issue-60')).toBeLessThan(html.indexOf('issue-59'))
})

it('says date, title and count of an issue, and its number where the title doesn’t', () => {
  const entry = { slug: 'a b', title: 'Spring', number: 7, date: '2026-03-01', itemCount: 1 }
  const one = years(['2026', 1])
  expect(list([entry], one)).toContain(
    '<li><time dateTime="2026-03-01">Mar 1</time><a href="/issues/a%20b">7 · Spring</a>' +
      '<span class="count">1 item</span></li>',
  )
  expect(list([{ ...entry, title: 'Issue 7' }], one)).toContain('>Issue 7</a>')
})

it('leads back from a year to the newest issues', () => {
  const html = list(weeks(3), years(['2016', 8], ['2015', 3]), '2015')
  expect(html).toContain('<a href="/issues">The newest</a></p><h1>Archive of 2015</h1>')
})

it('offers no years within a single one', () => {
  expect(list(weeks(3), years(['2015', 3]))).not.toContain('<nav')
})
