import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/db'
import { makeDocument } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { testDatabase } from '@/lib/testing/test-database'
import { findArchivedIssue, findLatestIssue, listIssuesOf, listRecentDocuments, listYears } from './queries'

const { empty } = testDatabase()
beforeEach(empty)

function publish(number: number, date: string, withdrawnAt: Date | null = null) {
  const issue = { number, date, slug: `issue-${number}`, title: `Issue ${number}` }
  return makePublishedIssue(makeDocument({ issue }), { withdrawnAt })
}

describe('what readers find', () => {
  it('is nothing before anything is published', async () => {
    expect(await findLatestIssue()).toBeNull()
    expect(await findArchivedIssue('issue-1')).toBeNull()
    expect(await listYears()).toEqual([])
    expect(await listRecentDocuments(5)).toEqual([])
  })

  it('is an issue with the issues before and after it by date', async () => {
    const { id, document } = await publish(2, '2026-01-08')
    await publish(3, '2026-01-15')
    await publish(1, '2026-01-01')
    expect(await findArchivedIssue('issue-2')).toEqual({
      issueId: id,
      document,
      neighbours: {
        previous: { slug: 'issue-1', title: 'Issue 1' },
        next: { slug: 'issue-3', title: 'Issue 3' },
      },
    })
    const latest = await findLatestIssue()
    expect(latest?.document.issue.slug).toBe('issue-3')
    expect(latest?.neighbours).toEqual({ previous: { slug: 'issue-2', title: 'Issue 2' }, next: null })
  })

  it('never holds what was withdrawn', async () => {
    await publish(1, '2026-01-01')
    await publish(2, '2026-01-08', new Date())
    expect(await findArchivedIssue('issue-2')).toBeNull()
    expect((await findLatestIssue())?.document.issue.slug).toBe('issue-1')
    expect((await findArchivedIssue('issue-1'))?.neighbours).toEqual({ previous: null, next: null })
    expect((await listIssuesOf('2026', '2026')).map(({ slug }) => slug)).toEqual(['issue-1'])
    expect(await listRecentDocuments(5)).toHaveLength(1)
  })

  it('keeps issues of one day in one order, each of them the neighbour of the next', async () => {
    for (const number of [1, 2, 3]) await publish(number, '2026-01-01')
    const slugs = (await listIssuesOf('2026', '2026')).map(({ slug }) => slug)
    const found = await Promise.all(slugs.map(findArchivedIssue))
    expect(found.map((issue) => issue?.neighbours.previous?.slug)).toEqual([slugs[1], slugs[2], undefined])
    expect(found.map((issue) => issue?.neighbours.next?.slug)).toEqual([undefined, slugs[0], slugs[1]])
  })

  it('lists a year by calendar date and count, newest first, and the years', async () => {
    await publish(1, '2025-12-31')
    await publish(2, '2026-01-01')
    await publish(3, '2026-12-31')
    await publish(4, '2026-06-01', new Date())
    const entry = (number: number, date: string) => ({
      ...{ number, slug: `issue-${number}`, title: `Issue ${number}`, date, itemCount: 1 },
    })
    const year = [entry(3, '2026-12-31'), entry(2, '2026-01-01')]
    expect(await listIssuesOf('2026', '2026')).toEqual(year)
    expect(await listIssuesOf('2025', '2026')).toEqual([...year, entry(1, '2025-12-31')])
    expect(await listYears()).toEqual([
      { year: '2026', count: 2 },
      { year: '2025', count: 1 },
    ])
  })

  it('keeps the feed going when one document can’t be read', async () => {
    await publish(1, '2026-01-01')
    const broken = { ...makeDocument({ issue: { slug: 'issue-2', number: 2 } }), version: 99 }
    await makePublishedIssue(broken as never)
    expect((await listRecentDocuments(5)).map(({ document }) => document.issue.slug)).toEqual(['issue-1'])
    await expect(findArchivedIssue('issue-2')).rejects.toThrow('version')
  })

  it('does not depend on the draft', async () => {
    const { id, document } = await publish(1, '2026-01-01')
    await db().issue.update({ where: { id }, data: { title: 'A secret', intro: 'Not yet' } })
    expect((await findArchivedIssue('issue-1'))?.document).toEqual(document)
  })
})
