import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db/db'
import { setEnv } from '@/lib/env/env'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { testDatabase } from '@/lib/testing/test-database'
import { findArchivedItem } from './item-queries'
import { findArchivedIssue } from './queries'
import { findWays } from './ways-queries'

const { empty } = testDatabase()
beforeEach(async () => {
  await empty()
  setEnv({ APP_URL: 'https://news.example' })
})

let count = 0
async function publish(date: string, ...items: ReturnType<typeof makeItem>[]): Promise<string> {
  count += 1
  const issue = { number: count, date, slug: `issue-${date}`, title: `Issue of ${date}` }
  await makePublishedIssue(makeDocument({ issue, sections: [makeSection({ items })] }))
  return issue.slug
}
async function ways(slug: string) {
  const issue = await findArchivedIssue(slug)
  if (!issue) throw new Error('There is no such issue')
  return findWays(issue)
}

describe('an item on its own', () => {
  it('is the item with its place', async () => {
    const item = makeItem()
    await publish('2026-01-01', item)
    expect(await findArchivedItem(item.id)).toEqual({
      item,
      sectionTitle: 'Articles',
      issue: {
        slug: 'issue-2026-01-01',
        title: 'Issue of 2026-01-01',
        number: count,
        date: '2026-01-01',
      },
      lang: 'en',
      dir: 'ltr',
      mentions: [expect.objectContaining({ id: item.id, isHeadline: true })],
      topics: [],
      ways: { site: null, authors: [], references: [] },
    })
    expect(await findArchivedItem(crypto.randomUUID())).toBeNull()
  })

  it('knows every place of its link over the years, however it was written, newest first', async () => {
    const first = makeItem({ headline: 'First', url: 'http://www.tides.example/a/' })
    const second = makeItem({
      headline: 'Second',
      url: 'https://example.org/b',
      blurb: 'As [before](https://tides.example/a?utm_source=x), and [again](https://tides.example/a#now).',
    })
    const third = makeItem({ headline: 'Third', url: 'https://tides.example/a' })
    await publish('2020-01-01', first)
    await publish('2024-01-01', second)
    await publish('2026-01-01', third)
    for (const { id } of [first, third])
      expect(
        (await findArchivedItem(id))?.mentions.map((place) => [place.headline, place.isHeadline]),
      ).toEqual([
        ['Third', true],
        ['Second', false],
        ['First', true],
      ])
    expect((await findArchivedItem(second.id))?.mentions).toHaveLength(1)
  })

  it('of a note without a link has no mentions', async () => {
    const note = makeItem({ kind: 'note', headline: null, url: null })
    await publish('2026-01-01', note)
    expect((await findArchivedItem(note.id))?.mentions).toEqual([])
  })
})

describe('ways from an issue', () => {
  it('lead to sites and authors where there is more than the item itself', async () => {
    const alone = makeItem({ url: 'https://alone.example/a', byline: 'Ann One' })
    const often = makeItem({ url: 'https://blog.often.example/a', byline: 'Bo Two, Ann Three' })
    const slug = await publish('2026-01-02', alone, often)
    await publish(
      '2026-01-01',
      makeItem({ url: 'https://x.example/', blurb: '<https://often.example>', byline: 'Bo Two' }),
    )
    const { items } = await ways(slug)
    expect(items[alone.id]).toEqual({ site: null, authors: [], references: [] })
    expect(items[often.id]).toEqual({
      site: 'often.example',
      authors: [{ slug: 'bo-two', name: 'Bo Two' }],
      references: [],
    })
  })

  it('lead back to where it and its items were mentioned later, by any of their addresses', async () => {
    const item = makeItem({ headline: 'Old' })
    const slug = await publish('2026-01-01', item)
    await db().redirect.create({ data: { fromPath: '/2016/old', toPath: `/issues/${slug}` } })
    const linking = (headline: string, address: string) =>
      makeItem({ headline, url: 'https://x.example/', blurb: `See [there](${address}).` })
    const later = [
      linking('By slug', `https://news.example/issues/${slug}/`),
      linking('By old path', 'http://www.news.example/2016/old/'),
      linking('By anchor', `https://news.example/issues/${slug}#item-${item.id}`),
      linking('By old anchor', `https://news.example/2016/old#item-${item.id}`),
      linking('By item', `https://news.example/items/${item.id}`),
      linking('Elsewhere', `https://other.example/issues/${slug}`),
    ]
    const from = await publish('2026-02-01', ...later)
    const found = await ways(slug)
    const names = (references: { headline: string | null }[] = []) => references.map((one) => one.headline)
    expect(names(found.references)).toEqual(['By slug', 'By old path'])
    expect(names(found.items[item.id]?.references)).toEqual(['By anchor', 'By old anchor', 'By item'])
    expect(found.references[0]?.issue.slug).toBe(from)
    expect(names((await findArchivedItem(item.id))?.ways.references)).toEqual([
      'By anchor',
      'By old anchor',
      'By item',
    ])
  })

  it('do not lead from an issue to itself', async () => {
    const blurb = 'See [above](https://news.example/issues/issue-2026-01-01).'
    const slug = await publish('2026-01-01', makeItem({ blurb }))
    expect((await ways(slug)).references).toEqual([])
  })
})
