import { beforeEach, describe, expect, it } from 'vitest'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { expectWellFormed } from '@/lib/testing/strict-feeds'
import { testDatabase } from '@/lib/testing/test-database'
import { countAddresses, hasPart, listAddresses, listParts } from './queries'
import { fitsOne, MOST_ADDRESSES, nameOfPart, partOf, partsOf } from './rules'
import { writeSitemap, writeSitemapIndex } from './write-sitemap'

const { empty } = testDatabase()
beforeEach(empty)

const origin = 'https://tides.example'
const publish = (number: number, items = [makeItem()], withdrawnAt: Date | null = null) =>
  makePublishedIssue(
    makeDocument({
      issue: {
        number,
        slug: `issue-${number}`,
        date: `2026-01-0${number}`,
        publishedAt: `2026-01-0${number}T10:00:00.000Z`,
        updatedAt: '2026-05-01T10:00:00.000Z',
      },
      sections: [makeSection({ items })],
    }),
    { withdrawnAt },
  )
const pathsOf = async () => {
  const urls = await Promise.all(partsOf(await countAddresses()).map(listAddresses))
  return urls.flat().map(({ path }) => path)
}
const none = { pages: 0, issues: 0, items: 0, topics: 0, authors: 0, sites: 0 }

describe('a sitemap', () => {
  it('has every page that readers can see, with when it changed, and none that was withdrawn', async () => {
    const [one, two] = [makeItem({ topics: ['Waves'] }), makeItem({ byline: 'Ann Dahl' })]
    await publish(1, [one])
    await publish(2, [two])
    const gone = makeItem({ topics: ['Gone'] })
    await publish(3, [gone], new Date())
    const paths = await pathsOf()
    const always = ['/', '/issues', '/follow', '/topics', '/issues/year/2026']
    const found = [
      '/issues/issue-1',
      '/issues/issue-2',
      `/items/${one.id}`,
      `/items/${two.id}`,
      '/topics/waves',
    ]
    expect(paths).toEqual([...always, ...found, '/sites/tides.example'])
    const [issue] = await listAddresses({ kind: 'issues', number: 1 })
    expect(issue).toEqual({ path: '/issues/issue-1', lastModified: '2026-05-01T10:00:00Z' })
  })

  it('has the front page before there is anything else', async () => {
    expect(await pathsOf()).toEqual(['/', '/issues', '/follow'])
    expect([
      await hasPart({ kind: 'pages', number: 1 }),
      await hasPart({ kind: 'items', number: 1 }),
    ]).toEqual([true, false])
  })

  it('is well-formed, its addresses escaped', async () => {
    const text = await writeSitemap([{ path: '/topics/a&b', lastModified: null }], origin)
    expectWellFormed(text)
    expect(text).toContain('<url><loc>https://tides.example/topics/a&amp;b</loc></url>')
  })

  it('is split at 50,000 addresses', async () => {
    expect(fitsOne({ ...none, items: MOST_ADDRESSES - 10 })).toBe(true)
    expect(fitsOne({ ...none, items: MOST_ADDRESSES - 9 })).toBe(false)
    const parts = partsOf({ ...none, issues: 6_000, items: 77_000 }).map(nameOfPart)
    expect(parts).toEqual(['pages-1', 'issues-1', 'items-1', 'items-2'])
    expect(parts.map(partOf).every(Boolean)).toBe(true)
    for (const name of ['items', 'items-0', 'items-01', 'drafts-1', 'items-1.xml', '../x-1'])
      expect(partOf(name)).toBeNull()
  })

  it('says in its index where the parts are and when they changed', async () => {
    await publish(1)
    const text = writeSitemapIndex(await listParts(), origin)
    expectWellFormed(text)
    const part = `<sitemap><loc>${origin}/sitemaps/items-1.xml</loc><lastmod>2026-05-01T10:00:00Z</lastmod></sitemap>`
    expect(text).toContain(part)
  })
})
