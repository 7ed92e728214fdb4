import { describe, expect, it } from 'vitest'
import type { FeedItem } from '@/lib/archive/schema'
import { makeHostileDocument } from '@/lib/testing/hostile-document'
import { hostileTexts } from '@/lib/testing/hostile-texts'
import { makeDocument, makeItem } from '@/lib/testing/make-document'
import {
  expectWellFormed,
  jsonFeedSchema,
  readWithFeedparser,
  readWithFeedsmith,
} from '@/lib/testing/strict-feeds'
import type { Feed } from './feed'
import { feedFormats } from './formats'
import { itemEntry } from './item-entry'

const origin = 'https://tides.example'
const { issue } = makeDocument()

const entryOf = (item: FeedItem['item'], more: Partial<FeedItem['issue']> = {}) =>
  itemEntry(
    { issueId: 'x', item, sectionTitle: null, issue: { ...issue, ...more }, updatedAt: issue.updatedAt },
    { origin, lang: 'en' },
  )
const feedOf = (entries: Feed['entries'], title = 'Every link'): Feed => ({
  title,
  description: 'Links about the sea',
  lang: 'en',
  publisher: 'Tide Table',
  site: `${origin}/`,
  page: `${origin}/issues`,
  icon: `${origin}/icon.png`,
  hub: null,
  entries,
})

describe('an item as an entry', () => {
  it('leads to its own page, and says what it is about', () => {
    const item = makeItem({ topics: ['Waves'] })
    expect(entryOf(item)).toMatchObject({
      id: `urn:uuid:${item.id}`,
      url: `${origin}/items/${item.id}`,
      about: 'https://www.tides.example/waves?by=night',
      issue: `${origin}/issues/issue-7`,
      title: 'Counting waves at night',
      topics: ['Waves'],
    })
    expect(entryOf(item).html).toContain('<a href="https://www.tides.example/waves?by=night" rel="noopener">')
  })

  it('is called something where it has no headline, and is about nothing where nothing may be followed', () => {
    const quote = makeItem({ kind: 'quote', headline: null, url: 'javascript:x' })
    expect(entryOf(quote).title).toContain('Tide Table Issue #7')
    expect(entryOf(quote).about).toBeNull()
  })

  it.each(Object.entries(feedFormats))(
    'names its issue in %s, so that it is known to show something of it',
    (_name, format) => {
      expect(format.write(feedOf([entryOf(makeItem())]), `${origin}/items/feed.xml`)).toContain(
        `${origin}/issues/issue-7"`,
      )
    },
  )

  it('is in its own language', () => {
    const hebrew = entryOf(makeItem({ lang: 'he', headline: 'שלום' }))
    expect(hebrew.lang).toBe('he')
    expect(hebrew.html).toMatch(/^<div lang="he" dir="rtl">/)
  })

  it('is read strictly, whatever somebody wrote', { timeout: 120_000 }, async () => {
    for (const text of hostileTexts(29)) {
      const items = makeHostileDocument(text).sections.flatMap((section) => section.items)
      const feed = feedOf(
        items.map((item) => entryOf({ ...item, topics: [text] })),
        text,
      )
      const ids = items.map(({ id }) => `urn:uuid:${id}`)
      for (const format of ['rss', 'atom'] as const) {
        const xml = feedFormats[format].write(feed, `${origin}/items/${feedFormats[format].file}`)
        expectWellFormed(xml)
        expect(readWithFeedsmith(xml).entries.map(({ id }) => id)).toEqual(ids)
        expect((await readWithFeedparser(xml)).entries.map(({ id }) => id)).toEqual(ids)
      }
      const json = JSON.parse(feedFormats.json.write(feed, `${origin}/items/feed.json`))
      expect(jsonFeedSchema.safeParse(json).error).toBeUndefined()
    }
  })
})
