import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { saveItem } from '@/lib/issues/commands/save-item'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { withdrawIssue } from '@/lib/publishing/commands/withdraw-issue'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { testDatabase } from '@/lib/testing/test-database'
import { listFeedItems, nameOfItems } from './feed-queries'

const database = testDatabase()
beforeEach(database.empty)

const headlinesOf = async (...args: Parameters<typeof listFeedItems>) =>
  (await listFeedItems(...args)).map(({ item }) => item.headline)
const publish = (number: number, title: string, items: Parameters<typeof makeItem>[0][]) =>
  makePublishedIssue(
    makeDocument({
      issue: { number, slug: `issue-${number}`, date: `2026-01-0${number}` },
      sections: [makeSection({ title, items: items.map(makeItem) })],
    }),
  )

describe('items for a feed', () => {
  it('are the newest that readers see, in the order of their issues', async () => {
    await publish(1, 'News', [{ headline: 'A' }, { headline: 'B' }])
    await publish(2, 'News', [{ headline: 'C' }])
    expect(await headlinesOf(null, 10)).toEqual(['C', 'A', 'B'])
    expect(await headlinesOf(null, 2)).toEqual(['C', 'A'])
  })

  it('are those of a topic, an author, a site, a section, or of ids', async () => {
    await publish(1, 'Long reads', [
      { headline: 'A', topics: ['Sea Ice'], byline: 'Ann Dahl' },
      { headline: 'B', url: 'https://blog.harbour.example/x' },
    ])
    const { document } = await publish(2, 'Outages', [{ headline: 'C', topics: ['sea ice'] }])
    expect(await headlinesOf({ kind: 'TOPIC', slug: 'sea-ice' }, 10)).toEqual(['C', 'A'])
    expect(await headlinesOf({ kind: 'AUTHOR', slug: 'ann-dahl' }, 10)).toEqual(['A'])
    expect(await headlinesOf({ kind: 'SITE', slug: 'harbour.example' }, 10)).toEqual(['B'])
    expect(await headlinesOf({ kind: 'SECTION', slug: 'long-reads' }, 10)).toEqual(['A', 'B'])
    expect(await headlinesOf({ ids: [document.sections[0]?.items[0]?.id ?? ''] }, 10)).toEqual(['C'])
    expect(await headlinesOf({ ids: [] }, 10)).toEqual([])
    expect(await nameOfItems({ kind: 'TOPIC', slug: 'sea-ice' })).toBe('sea ice')
    expect(await nameOfItems({ kind: 'SECTION', slug: 'long-reads' })).toBe('Long reads')
    expect(await nameOfItems({ kind: 'SECTION', slug: 'nothing' })).toBeNull()
  })

  it('say when they themselves changed, and not when their issue did', async () => {
    await makePublication()
    const { id, items } = await makeDraft(['A', 'B'])
    await publishIssue(tester, { commandId: randomUUID(), id })
    const fields = { blurb: 'Put right.' }
    await saveItem(tester, { commandId: randomUUID(), id: items[0] ?? '', version: 0, fields })
    await publishIssue(tester, { commandId: randomUUID(), id })
    const [a, b] = await listFeedItems(null, 10)
    expect(a?.updatedAt).toBe(a?.issue.updatedAt)
    expect(b?.updatedAt).toBe(b?.issue.publishedAt)
    expect(Date.parse(a?.updatedAt ?? '')).toBeGreaterThan(Date.parse(b?.updatedAt ?? ''))
    await withdrawIssue(tester, { commandId: randomUUID(), id })
    expect(await listFeedItems(null, 10)).toEqual([])
  })
})
