import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { makeHostileDocument } from '@/lib/testing/hostile-document'
import { hostileTexts } from '@/lib/testing/hostile-texts'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import {
  expectWellFormed,
  jsonFeedSchema,
  readWithFeedparser,
  readWithFeedsmith,
} from '@/lib/testing/strict-feeds'
import type { Feed } from './feed'
import { type FeedFormat, feedFormats } from './formats'
import { issueEntry } from './issue-entry'

const origin = 'https://tides.example'
const issueId = '01890000-0000-7000-8000-000000000001'
const xmlFormats = ['rss', 'atom'] as const
const formats = Object.keys(feedFormats) as FeedFormat[]

function feedOf(document = makeDocument(), more: Partial<Feed> = {}): Feed {
  return {
    title: 'Tide & <Table>',
    description: 'Links about the sea',
    lang: 'en',
    publisher: 'Tide Table',
    site: `${origin}/`,
    page: `${origin}/`,
    icon: `${origin}/icon.png`,
    hub: null,
    entries: [issueEntry(issueId, document, { origin, lang: 'en' })],
    ...more,
  }
}

const write = (format: FeedFormat, feed = feedOf()) => {
  const { file, write: writeFeed } = feedFormats[format]
  return writeFeed(feed, `${origin}/${file}`)
}
const contentOf = (document = makeDocument()) => feedOf(document).entries[0]?.html ?? ''

describe.each(formats)('a feed in %s', (format) => {
  const { file, type } = feedFormats[format]

  it('names itself, its page, its language and its hub', () => {
    const text = write(format, feedOf(makeDocument(), { hub: 'https://hub.example/?a=1&b=2' }))
    expect(text).toContain(`${origin}/${file}`)
    const hub = {
      rss: '<atom:link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>',
      atom: '<link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>',
      json: '"url": "https://hub.example/?a=1&b=2"',
    }
    const self = {
      rss: `<atom:link rel="self" href="${origin}/feed.xml" type="${type}"/>`,
      atom: `<link rel="self" type="${type}" href="${origin}/atom.xml"/>`,
      json: `"feed_url": "${origin}/feed.json"`,
    }
    const language = { rss: '<language>en</language>', atom: 'xml:lang="en"', json: '"language": "en"' }
    const title = {
      rss: 'Tide &amp; &lt;Table&gt;<',
      atom: 'Tide &amp; &lt;Table&gt;<',
      json: 'Tide & <Table>"',
    }
    for (const said of [hub, self, language, title]) expect(text).toContain(said[format])
  })

  it('keeps an entry’s id and date through a correction and a new address, and says when it changed', () => {
    const corrected = makeDocument({
      edition: 2,
      issue: { slug: 'issue-7-again', updatedAt: '2026-04-01T00:00:00.000Z', correction: 'A date.' },
    })
    const text = write(format, feedOf(corrected))
    for (const said of [`urn:uuid:${issueId}`, '2026-04-01T00:00:00.000Z', `${origin}/issues/issue-7-again`])
      expect(text).toContain(said)
    expect(text).toContain(format === 'rss' ? 'Mon, 02 Mar 2026 01:00:00 GMT' : '2026-03-02T01:00:00.000Z')
  })

  it('says nothing of when it was asked for', () => {
    expect(write(format, feedOf(makeDocument(), { entries: [] }))).toBe(
      write(format, feedOf(makeDocument(), { entries: [] })),
    )
  })
})

describe('what every format is written from', () => {
  it('holds the whole text, with no class, id or style', () => {
    const items = [
      makeItem({ credit: 'Thanks to Bo', blurb: 'One.\n\n> Two.\n>\n> — Three', disclosure: 'Mine.' }),
    ]
    const content = contentOf(makeDocument({ sections: [makeSection({ items })], issue: { outro: 'Bye.' } }))
    expect(content.replace(/\n/g, '')).toBe(
      '<h2>Articles</h2><h3><a href="https://www.tides.example/waves?by=night" rel="noopener">Counting waves at ' +
        'night</a></h3><p>One.</p><blockquote><p>Two.</p><footer>— Three</footer></blockquote>' +
        '<p><small><span>tides.example</span></small></p><p><em>Thanks to Bo</em></p><p><em>Mine.</em></p><p>Bye.</p>',
    )
  })

  it('sets rows as a list and quotes with their attribution', () => {
    const rows = [
      makeItem({ blurb: 'Down.' }),
      makeItem({ kind: 'quote', headline: null, url: null, blurb: 'A\n\n— B' }),
    ]
    const content = contentOf(makeDocument({ sections: [makeSection({ layout: 'list', items: rows })] }))
    expect(content.replace(/\n/g, '')).toContain(
      '<ul><li><strong><a href="https://www.tides.example/waves?by=night" rel="noopener">Counting waves at night</a>' +
        '</strong><p>Down.</p></li><li><blockquote><p>A</p><p>— B</p></blockquote></li></ul>',
    )
  })

  it('turns an issue that runs from right to left, and names a language that is not the feed’s', () => {
    expect(contentOf(makeDocument({ issue: { dir: 'rtl' } }))).toMatch(/^<div dir="rtl">/)
    const hebrew = makeDocument({ issue: { dir: 'rtl', lang: 'he' } })
    expect(contentOf(hebrew)).toMatch(/^<div lang="he" dir="rtl">/)
    expect(write('atom', feedOf(hebrew))).toContain('<entry xml:lang="he">')
    expect(JSON.parse(write('json', feedOf(hebrew))).items[0].language).toBe('he')
  })
})

/** The long form takes all of them. */
const EVERY = process.env.RIG_FORM === 'long' ? 1 : 9

describe('read strictly', () => {
  it.each(xmlFormats)('two independent readers find the same in %s', async (format) => {
    const text = write(format, feedOf(makeDocument(), { title: 'Tide & Table' }))
    expectWellFormed(text)
    const html = contentOf()
    const title = 'Tide Table Issue #7'
    const entry = { id: `urn:uuid:${issueId}`, title, url: `${origin}/issues/issue-7`, html }
    const expected = { title: 'Tide & Table', entries: [entry] }
    expect(readWithFeedsmith(text)).toEqual(expected)
    expect(await readWithFeedparser(text)).toEqual(expected)
  })

  it('JSON Feed is what its specification says, and what a reader finds', () => {
    const text = write('json', feedOf(makeDocument(), { hub: 'https://hub.example/' }))
    expect(jsonFeedSchema.parse(JSON.parse(text)).items).toHaveLength(1)
    expect(readWithFeedsmith(text).entries[0]?.html).toBe(contentOf())
  })

  it('so are hostile texts in every place, and nothing of them is lost', { timeout: 120_000 }, async () => {
    const texts = [...hostileTexts(EVERY), 'a ]]> b <T> & ]]> \u0000\u0008\u000b\ud83d c', '\u0085 \u2028']
    for (const text of texts) {
      const document = makeHostileDocument(text)
      const feed = feedOf(document, { title: text, description: text, publisher: text })
      const [entry] = feed.entries
      for (const format of xmlFormats) {
        const xml = write(format, feed)
        expectWellFormed(xml)
        const [smith, parser] = [readWithFeedsmith(xml), await readWithFeedparser(xml)]
        expect(smith.entries.map(({ id }) => id)).toEqual([entry?.id])
        expect(parser.entries.map(({ id }) => id)).toEqual([entry?.id])
        expect(parseFragment(parser.entries[0]?.html ?? '').childNodes.length).toBeGreaterThan(2)
      }
      expect(jsonFeedSchema.safeParse(JSON.parse(write('json', feed))).error).toBeUndefined()
    }
  })
})
