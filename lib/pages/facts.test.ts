import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { corpusFiles } from '@/lib/testing/corpus'
import { decodePage } from './charset'
import { readPage } from './facts'
import { readOembed } from './oembed'
import { bylineOf } from './rules'

const address = 'https://www.tide-notes.example/2026/why-tides-turn'
const read = (body: string | Uint8Array, contentType = 'text/html') =>
  readPage({ body: typeof body === 'string' ? Buffer.from(body) : body, contentType, address })
const titled = (html: string) => read(html)?.title
const by = (html: string) => {
  const facts = read(html)
  return facts && bylineOf(facts)
}
const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`

test('what Postgres can’t hold is left out', () => {
  const facts = read(ld({ '@type': 'NewsArticle', headline: 'Why\0tides', author: 'Ann\0Dahl' }))
  expect(facts).toMatchObject({ title: 'Why tides', authors: ['Ann Dahl'] })
  expect(read('a\0b', 'text/plain')?.text).toBe('a b')
})

test('a headline of spaces is read at once', () => {
  const headline = `Why tides turn${' '.repeat(500_000)}.`
  expect(titled(ld({ '@type': 'NewsArticle', headline }))).toBe('Why tides turn .')
})

describe('a title', () => {
  test.each([
    ['of JSON-LD', `${ld({ '@type': 'NewsArticle', headline: 'Why tides turn' })}<title>Other</title>`],
    [
      'of a graph',
      ld({
        '@graph': [
          { '@type': 'WebSite', name: 'Tides' },
          { '@type': ['BlogPosting'], headline: 'Why tides turn' },
        ],
      }),
    ],
    ['of Open Graph', '<meta property="og:title" content="Why tides turn"><title>Other</title>'],
    ['of Open Graph, by name', '<meta name="og:title" content="Why tides turn"><title>Other</title>'],
    [
      'of microdata',
      '<div itemscope itemtype="https://schema.org/Article"><h2 itemprop=headline>Why tides turn</h2></div>',
    ],
    ['of the page', '<title>\n Why&nbsp;tides\tturn </title>'],
    [
      'with the site behind',
      '<meta property="og:site_name" content="Sea Log"><title>Why tides turn | Sea Log</title>',
    ],
    ['with the host behind', '<title>Why tides turn – Tide Notes</title>'],
    [
      'with the site before',
      '<meta property="og:site_name" content="Sea Log"><title>Sea Log - Why tides turn</title>',
    ],
    ['of a heading alone', '<body><h1>Why <em>tides</em> turn</h1>'],
    ['not of a drawing', '<svg><title>Logo</title></svg><title>Why tides turn</title>'],
    ['in entities twice over', '<title>Why tides&amp;#32;turn</title>'],
  ])('%s', (_what, html) => expect(titled(html)).toBe('Why tides turn'))

  test('that was cut in JSON-LD is taken whole from Open Graph', () => {
    const whole = 'Why tides turn when nobody looks at them'
    const html = `${ld({ '@type': 'Article', headline: 'Why tides turn when nobody …' })}<meta property="og:title" content="${whole}">`
    expect(titled(html)).toBe(whole)
  })
  test.each(['Status - What is up', 'Rust | Go | Zig'])('keeps its own parts: %s', (title) => {
    expect(titled(`<title>${title}</title>`)).toBe(title)
  })
  test('is found beside JSON-LD that is none', () => {
    expect(titled('<script type="application/ld+json">{"headline":</script><title>A</title>')).toBe('A')
  })
})

describe('a byline', () => {
  const person = { '@type': 'Person', name: 'Ada Byron' }
  test.each([
    [
      'Ada Byron — Sea Log',
      ld({ '@type': 'Article', headline: 'A', author: person, publisher: { name: 'Sea Log' } }),
    ],
    ['Ada Byron, Jo March', ld({ '@type': 'Article', author: [person, 'Jo March'] })],
    [
      'Ada Byron',
      ld({
        '@graph': [
          { '@type': 'Article', author: { '@id': '#ada' } },
          { ...person, '@id': '#ada' },
        ],
      }),
    ],
    ['Ada Byron', '<meta name=author content="By Ada Byron">'],
    ['Ada Byron, Jo March', '<meta name=author content="Ada Byron and Jo March">'],
    ['Ada Byron', '<meta name="citation_author" content="Byron, Ada">'],
    [
      'Ada Byron — Sea Log',
      '<meta property="og:site_name" content="Sea Log"><meta name="author" content="Ada Byron">',
    ],
    [
      'Ada Byron',
      '<div itemscope itemtype="https://schema.org/BlogPosting"><span itemprop=author itemscope><b itemprop=name>Ada Byron</b></span></div>',
    ],
    [
      '',
      '<meta name=author content=admin><meta property="article:author" content="https://social.example/ada">',
    ],
    ['', '<meta property="og:site_name" content="Sea Log"><meta name="author" content="Sea Log">'],
  ])('%s', (byline, html) => expect(by(html)).toBe(byline))
})

describe('other facts', () => {
  test('date, language, canonical address, refresh', () => {
    const html = `<html lang="pt_BR"><link rel="canonical" href="/why?x=1"><meta http-equiv="Refresh" content="0;URL='/on'">
      <meta property="article:published_time" content="2026-05-03T23:00:00-05:00">`
    expect(read(html)).toMatchObject({
      date: '2026-05-03',
      language: 'pt-BR',
      canonical: 'https://www.tide-notes.example/why?x=1',
      refresh: 'https://www.tide-notes.example/on',
    })
  })
  test.each(['2026-02-31', 'yesterday', '0000-00-00'])('no date: %s', (date) => {
    expect(read(`<meta name=date content="${date}">`)?.date).toBeNull()
  })
  test('words of the article, not of what stands around it', () => {
    const html = `<nav>Home About</nav><article><p>One two</p><p>three’s</p><script>no()</script></article><footer>Legal</footer>`
    expect(read(html)).toMatchObject({ wordCount: 3, text: 'One two\nthree’s' })
    expect(read('<p hidden>no</p><p>潮汐为什么会变</p>')?.wordCount).toBeGreaterThan(2)
  })
  test('nothing of an image, and no title of plain text', () => {
    expect(read('<title>A</title>', 'image/png')).toBeNull()
    expect(read('<title>A</title> two', 'text/plain')).toMatchObject({ title: '', wordCount: 4 })
    expect(read(' <!doctype html><title>A</title>', '')?.title).toBe('A')
  })
})

describe('charsets', () => {
  const latin = Uint8Array.of(0x93, 0x63, 0x61, 0x66, 0xe9, 0x94)
  const metaOf = (name: string) => Buffer.from(`<meta charset="${name}">`)
  test.each<[string, Uint8Array, string, string]>([
    ['the header', latin, 'text/html; charset="windows-1252"', '“café”'],
    ['ISO-8859-1, which stands for windows-1252', latin, 'text/html; charset=iso-8859-1', '“café”'],
    ['nothing', latin, 'text/html', '“café”'],
    ['nothing, in UTF-8', Buffer.from('café'), '', 'café'],
    ['a mark, against the header', Buffer.from('\ufeffcafé'), 'text/html; charset=latin1', 'café'],
    ['UTF-16 with a mark', Buffer.from('\ufeffcafé', 'utf16le'), 'text/html', 'café'],
    ['a name that nobody knows', Buffer.from('café'), 'text/html; charset=utf-99', 'café'],
  ])('by %s', (_what, bytes, type, text) => expect(decodePage(bytes, type)).toBe(text))
  test('by the markup', () => {
    const bytes = Buffer.concat([metaOf('shift_jis'), Uint8Array.of(0x92, 0xaa)])
    expect(decodePage(bytes, 'text/html')).toMatch(/潮$/)
    expect(decodePage(Buffer.concat([metaOf('utf-16'), Buffer.from('é')]), 'text/html')).toMatch(/é$/)
    const old = Buffer.from(
      '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">\xd4',
      'latin1',
    )
    expect(decodePage(old, 'text/html')).toMatch(/т$/)
  })
})

describe('oEmbed', () => {
  test.each([
    ['{"title":"A","author_name":"B","provider_name":"C"}', { title: 'A', author: 'B', provider: 'C' }],
    [
      '<oembed><title>A &amp; B</title><author-name>C</author-name></oembed>',
      { title: 'A & B', author: 'C' },
    ],
    [
      '<oembed><html><iframe title="x"></iframe><title>No</title></html><title><![CDATA[A]]></title></oembed>',
      { title: 'A' },
    ],
    ['{"error":{"code":403}}', { title: '' }],
    ['{"title":', { title: '' }],
    ['no', { title: '' }],
  ])('%s', (text, expected) => expect(readOembed(text)).toMatchObject(expected))
})

describe.each(corpusFiles('hostile/unfurl', /\.html$/))('%s', (file) => {
  const expected: Record<string, object> = {
    'basic-basic-body.html': { title: 'ccc', canonical: 'https://ccc.website.test/basic/' },
    'basic-basic-duplicates.html': { title: 'zzz' },
    'basic-basic.html': { title: 'ccc', authors: ['abc'], canonical: 'https://ccc.website.test/basic/' },
    'encoding-euc-jp.html': {
      title: expect.stringMatching(/^【楽天市場】Shopping is/),
      site: '楽天市場',
      language: 'ja',
    },
    'encoding-html_4.html': { title: '腾讯首页', language: 'zh-CN' },
    'encoding-html_5.html': { title: '腾讯首页', language: 'zh-CN' },
    'oembed-oembed.html': { oembed: 'https://www.tide-notes.example/json/oembed.json' },
    'oembed-oembed-entities.html': {
      oembed: 'https://www.tide-notes.example/oembed-service?format=json&file=/json/oembed.json',
    },
    'oembed-oembed-multi.html': { oembed: 'https://www.tide-notes.example/json/oembed.json' },
    'oembed-oembed-xml.html': { oembed: 'https://www.tide-notes.example/xml/oembed.xml' },
    'open_graph-article.html': { authors: ['abc'], date: '2021-07-20' },
    'open_graph-multi.html': { title: 'Coinbase - Buy/Sell Digital Currency' },
  }
  test('is read', () => expect(read(readFileSync(file))).toMatchObject(expected[basename(file)] ?? {}))
})
test.each(corpusFiles('hostile/unfurl', /oembed\.(?:json|xml)$|cdata\.xml$/))('%s', (file) => {
  expect(readOembed(readFileSync(file, 'utf8')).title).toMatch(
    /^(?:The creation of|The Bugle|Eminem - Lucky)/,
  )
})

describe.each(corpusFiles('hostile/readability', /./))('%s', (folder) => {
  test('has the title and the byline that Readability finds', () => {
    const expected = JSON.parse(readFileSync(`${folder}/expected-metadata.json`, 'utf8'))
    const facts = read(readFileSync(`${folder}/source.html`))
    // Of one of them nothing but a guess tells that its title ends in the site’s name.
    expect(facts?.title.startsWith(expected.title.replace(/\s+/g, ' ').trim())).toBe(true)
    if (expected.byline) expect(facts?.authors.join(', ')).toBe(expected.byline)
  })
})
