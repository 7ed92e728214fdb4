import { describe, expect, it } from 'vitest'
import { parseFeedList } from './parse-feed-list'
import { decodeFeed, readFeed } from './read-feed'
import { entriesToBring, waitBeforeNext } from './rules'

const base = 'https://example.org/blog/feed.xml'
const rss = (items: string) => `<rss version="2.0"><channel><title>Tides</title>${items}</channel></rss>`
const item = (n: number, more = '') => `<item><title>T${n}</title><link>/p/${n}</link>${more}</item>`

describe('a feed', () => {
  it('is read in each format, its addresses made absolute', () => {
    const dated = item(
      1,
      '<guid isPermaLink="false">g</guid><pubDate>Tue, 03 Jun 2025 10:00:00 GMT</pubDate>',
    )
    expect(readFeed(`\n${rss(dated)}`, base)).toEqual({
      title: 'Tides',
      entries: [
        { key: 'g', url: 'https://example.org/p/1', title: 'T1', at: new Date('2025-06-03T10:00:00Z') },
      ],
    })
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">A &amp;amp; B</title><entry><id>u:1</id>
      <title>T &lt;b&gt;</title><link rel="self" href="https://example.org/e"/><link href="https://example.org/p"/>
      <updated>2026-01-02T00:00:00Z</updated></entry></feed>`
    expect(readFeed(atom, base)).toMatchObject({
      entries: [{ key: 'u:1', url: 'https://example.org/p', title: 'T <b>' }],
    })
    const json = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'J',
      items: [{ id: '1', url: 'https://a.example/' }],
    }
    expect(readFeed(JSON.stringify(json), base)).toMatchObject({
      title: 'J',
      entries: [{ url: 'https://a.example/' }],
    })
  })

  it('has the dates of Dublin Core, by which RDF and some RSS tell them', () => {
    const date = '<dc:date>2026-11-25T10:00:00+01:00</dc:date>'
    const dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${dc}>
      <channel rdf:about="https://example.org/"><title>Tides</title></channel>
      <item rdf:about="u:1"><title>T1</title><link>/p/1</link>${date}</item></rdf:RDF>`
    const entries = [{ url: 'https://example.org/p/1', at: new Date('2026-11-25T09:00:00Z') }]
    expect(readFeed(rdf, base)).toMatchObject({ entries })
    const plain = rss(item(1, date)).replace('<rss', `<rss ${dc}`)
    expect(readFeed(plain, base)).toMatchObject({ entries })
  })

  it('brings nothing that no reader could follow', () => {
    const bad = ['javascript:alert(1)', 'http://127.0.0.1/', 'http://localhost/', 'mailto:a@b.example', '']
    const items = bad.map((link) => `<item><title>x</title><link>${link}</link></item>`).join('')
    expect(readFeed(rss(items), base)).toMatchObject({ entries: [] })
  })

  it('that is a page, or nothing of the kind, is told apart', () => {
    const page = '<!DOCTYPE html><html><head><title>Blog</title></head><body><p>Hello</body></html>'
    expect(readFeed(page, base)).toMatchObject({ problem: expect.stringContaining('a web page, not a feed') })
    for (const text of ['', '{}', 'hello', '<rss version="2.0"><channel><item><title>cut', '<opml></opml>'])
      expect(readFeed(text, base)).toMatchObject({ problem: expect.any(String) })
  })

  it('is read in its charset', () => {
    const latin = Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>', 'latin1')
    expect(decodeFeed(latin, 'application/xml')).toContain('é')
    expect(decodeFeed(Buffer.from('é', 'latin1'), 'text/xml; charset=windows-1252')).toBe('é')
    expect(decodeFeed(Buffer.from('é'), 'text/xml; charset=nonsense')).toBe('é')
  })
})

describe('what is brought', () => {
  const now = new Date('2026-11-26T12:00:00Z')
  const entry = (days: number) => ({
    key: String(days),
    url: 'https://example.org/',
    title: '',
    at: new Date(now.getTime() - days * 86_400_000),
  })
  const many = Array.from({ length: 100 }, (_, days) => entry(days))
  it('is at first the news alone, and never more than a lane holds', () => {
    expect(entriesToBring(many, true, now)).toHaveLength(10)
    expect(entriesToBring([entry(15), { ...entry(1), at: null }], true, now)).toEqual([])
    expect(entriesToBring(many, false, now)).toHaveLength(50)
    // Of a feed that tells no dates, those that it has first.
    const undated = many.map((each) => ({ ...each, at: null }))
    expect(entriesToBring(undated, true, now)).toEqual(undated.slice(0, 10))
  })

  it('is asked for less often the longer it fails, or as its site asks', () => {
    const hours = (failures: number, after?: string) => waitBeforeNext(failures, after, now) / 3_600_000
    expect([hours(0), hours(1), hours(3), hours(50)]).toEqual([1, 2, 8, 168])
    expect(hours(1, '14400')).toBe(4)
    expect(hours(0, 'Fri, 27 Nov 2026 12:00:00 GMT')).toBe(24)
    expect([hours(0, '1'), hours(0, 'soon'), hours(0, '99999999999')]).toEqual([1, 1, 168])
  })
})

describe('a list of feeds', () => {
  const outline = (n: number) => `<outline text="F${n}" type="rss" xmlUrl="https://example.org/${n}.xml"/>`
  const opml = (outlines: string) =>
    `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>${outlines}</body></opml>`

  it('is an OPML of 2,000 outlines in folders, bad ones named', () => {
    const outlines = Array.from({ length: 2000 }, (_, n) => outline(n))
    outlines[7] = '<outline text="Bad" type="rss" xmlUrl="hhttps://example.org"/>'
    outlines[8] = '<outline text="Near" type="rss" xmlUrl="http://10.0.0.1/feed"/>'
    const half = outlines.slice(0, 1000).join('')
    const { feeds, problems } = parseFeedList(
      opml(`<outline text="Folder">${half}</outline>${outlines.slice(1000).join('')}`),
    )
    expect(feeds).toHaveLength(1998)
    expect(feeds[0]).toEqual({ url: 'https://example.org/0.xml', title: 'F0' })
    expect(problems).toMatchObject([{ text: 'Bad' }, { text: 'Near' }])
  })

  it('is addresses, one a line', () => {
    const { feeds, problems } = parseFeedList(
      ' https://a.example/feed\n\nfeed:https://b.example/rss\nhttp://square space\n',
    )
    expect(feeds.map(({ url }) => url)).toEqual(['https://a.example/feed', 'https://b.example/rss'])
    expect(problems).toMatchObject([
      { text: 'http://square space', message: expect.stringContaining('no spaces') },
    ])
  })

  it('is read at once, however much of it is spaces', () => {
    const { feeds, problems } = parseFeedList(`https://a.example/feed\n-${' '.repeat(1_000_000)}-`)
    expect([feeds.length, problems.length]).toEqual([1, 1])
  })

  it('that is some other file is refused whole, and not answered line by line', () => {
    expect(() => parseFeedList('a\n'.repeat(3001))).toThrow(expect.objectContaining({ code: 'too_large' }))
  })

  it('that is no OPML is refused', () => {
    for (const text of ['<html></html>', '<opml', `<!DOCTYPE opml [<!ENTITY a "b">]>${opml('')}`])
      expect(() => parseFeedList(text)).toThrow(expect.objectContaining({ code: 'invalid' }))
  })
})
