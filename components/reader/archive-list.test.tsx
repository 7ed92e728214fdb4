import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { ArchiveEntry } from '@/lib/archive/schema'
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

const list = (entries: ArchiveEntry[]) =>
  renderToStaticMarkup(<ArchiveList entries={entries} around={{ lang: 'en', dir: 'ltr' }} />)

it('shows 600 issues by year, with a way to each year', () => {
  const html = list(weeks(600))
  expect(html.match(/<li>/g)).toHaveLength(600)
  const years = [...html.matchAll(/<a href="#y(\d{4})">/g)].map((match) => match[1])
  expect(years).toEqual([...years].sort().reverse())
  for (const year of years) expect(html).toContain(`<h2 id="y${year}"`)
  expect(html.indexOf('issue-600')).toBeLessThan(html.indexOf('issue-599'))
})

it('says date, title and count of an issue, and its number where the title doesn’t', () => {
  const entry = { slug: 'a b', title: 'Spring', number: 7, date: '2026-03-01', itemCount: 1 }
  expect(list([entry])).toContain(
    '<li><time dateTime="2026-03-01">Mar 1</time><a href="/issues/a%20b">7 · Spring</a>' +
      '<span class="count">1 item</span></li>',
  )
  expect(list([{ ...entry, title: 'Issue 7' }])).toContain('>Issue 7</a>')
})

it('offers no jumps within a single year', () => {
  expect(list(weeks(3))).not.toContain('<nav')
})
