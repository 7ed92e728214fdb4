import { parseFragment } from 'parse5'
import { describe, expect, it } from 'vitest'
import { makeDocument, makeItem, makePublicationView, makeSection } from '@/lib/testing/make-document'
import { writeRss } from './rss'

const origin = 'https://tides.example'
const at = new Date('2026-01-01T00:00:00Z')
const publication = makePublicationView({ name: 'Tide & <Table>' })
const issueId = '01890000-0000-7000-8000-000000000001'

function feedOf(document = makeDocument()): string {
  return writeRss(publication, [{ issueId, document }], { origin, at })
}

function contentOf(xml: string): string {
  const found = /<content:encoded>([\s\S]*?)<\/content:encoded>/.exec(xml)?.[1] ?? ''
  return found.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
}

describe('the feed', () => {
  it('names itself and the build, and escapes what XML would read', () => {
    const xml = feedOf()
    expect(xml).toContain('<title>Tide &amp; &lt;Table&gt;</title>')
    expect(xml).toContain(
      '<atom:link href="https://tides.example/feed.xml" rel="self" type="application/rss+xml"/>',
    )
    expect(xml).toContain('<language>en</language>')
    expect(xml).toContain('<lastBuildDate>Mon, 02 Mar 2026 01:00:00 GMT</lastBuildDate>')
  })

  it('keeps an entry’s id and date through a correction and a new address', () => {
    const corrected = makeDocument({
      edition: 2,
      issue: { slug: 'issue-7-again', updatedAt: '2026-04-01T00:00:00.000Z', correction: 'A date.' },
    })
    const xml = feedOf(corrected)
    expect(xml).toContain(`<guid isPermaLink="false">urn:uuid:${issueId}</guid>`)
    expect(xml).toContain('<pubDate>Mon, 02 Mar 2026 01:00:00 GMT</pubDate>')
    expect(xml).toContain('<atom:updated>2026-04-01T00:00:00.000Z</atom:updated>')
    expect(xml).toContain('<lastBuildDate>Wed, 01 Apr 2026 00:00:00 GMT</lastBuildDate>')
    expect(xml).toContain('<link>https://tides.example/issues/issue-7-again</link>')
    expect(contentOf(xml)).toContain('<strong>Correction:</strong> A date.')
  })

  it('holds the whole text, with no class, id or style', () => {
    const items = [
      makeItem({ credit: 'Thanks to Bo', blurb: 'One.\n\n> Two.\n>\n> — Three', disclosure: 'Mine.' }),
    ]
    const content = contentOf(
      feedOf(makeDocument({ sections: [makeSection({ items })], issue: { outro: 'Bye.' } })),
    )
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
    const content = contentOf(
      feedOf(makeDocument({ sections: [makeSection({ layout: 'list', items: rows })] })),
    )
    expect(content.replace(/\n/g, '')).toContain(
      '<ul><li><strong><a href="https://www.tides.example/waves?by=night" rel="noopener">Counting waves at night</a>' +
        '</strong><p>Down.</p></li><li><blockquote><p>A</p><p>— B</p></blockquote></li></ul>',
    )
  })

  it('survives the end of a CDATA section, control characters and halves of characters', () => {
    const blurb = 'a ]]> b <T> & ]]> \u0000\u0008\u000b\ud83d c'
    const xml = feedOf(
      makeDocument({ sections: [makeSection({ items: [makeItem({ blurb, headline: ']]>' })] })] }),
    )
    const control = [...xml].filter((char) => char < ' ' && !'\t\n\r'.includes(char))
    expect(control).toEqual([])
    const content = contentOf(xml)
    expect(content).toContain('a ]]&gt; b')
    expect(xml).toContain('<description><![CDATA[a ]]&gt; b &lt;T&gt; &amp; ]]&gt;')
    expect(parseFragment(content).childNodes.length).toBeGreaterThan(2)
    expect(xml.match(/<!\[CDATA\[/g)?.length).toBe(xml.match(/\]\]>/g)?.length)
  })

  it('turns an issue that runs from right to left', () => {
    expect(contentOf(feedOf(makeDocument({ issue: { dir: 'rtl' } })))).toMatch(/^<div dir="rtl">/)
  })

  it('is a feed before the first issue too', () => {
    const xml = writeRss(publication, [], { origin, at })
    expect(xml).toContain('<lastBuildDate>Thu, 01 Jan 2026 00:00:00 GMT</lastBuildDate>')
    expect(xml).not.toContain('<item>')
  })
})
