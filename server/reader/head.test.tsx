import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { setEnv } from '@/lib/env/env'
import type { PublicationView } from '@/lib/publication/schema'
import { iconData } from '@/lib/render/icon'
import { Head, type PageHead } from './head'
import { sheetPath } from './style-sheet'

const publication: PublicationView = {
  name: 'The Quiet Pager',
  tagline: '',
  lang: 'en',
  dir: 'ltr',
  zone: 'UTC',
  footer: '',
  accentLight: null,
  accentDark: null,
  storefrontOpen: false,
  suggestionsOpen: false,
}
const issue: PageHead = { path: '/issues/3', title: 'Issue 3', description: 'Three ways' }

const write = (head: PageHead) =>
  renderToStaticMarkup(<Head publication={publication} head={head} />).replaceAll('/>', '/>\n')
/** What a name or property says; undefined where nothing is said. */
const said = (head: PageHead, name: string) =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(write(head))?.[1]
/** Attributes of the links of one relation, in their order. */
const links = (head: PageHead, rel: string) =>
  [...write(head).matchAll(new RegExp(`<link rel="${rel}" ([^>]*)/>`, 'g'))].map((match) => match[1])

beforeAll(() => setEnv({ APP_URL: 'https://news.example' }))

describe('the head of a reader’s page', () => {
  it('names the publication in the title, once', () => {
    expect(write(issue)).toContain('<title>Issue 3 · The Quiet Pager</title>')
    expect(write({ ...issue, title: 'The Quiet Pager #3' })).toContain('<title>The Quiet Pager #3</title>')
  })

  it('asks for two style sheets, what the reader chose after the page’s own, and for nothing else', () => {
    expect(links(issue, 'stylesheet')).toEqual([`href="${sheetPath}"`, 'href="/appearance/chosen.css"'])
    expect(links(issue, 'icon')).toEqual([`href="${iconData}"`])
    expect(write(issue)).not.toMatch(/<script|preload/)
  })

  it('says where the page is, absolutely; of the front page it is the origin', () => {
    expect(links(issue, 'canonical')).toEqual(['href="https://news.example/issues/3"'])
    expect(links({ ...issue, path: '/' }, 'canonical')).toEqual(['href="https://news.example"'])
    expect(said(issue, 'og:url')).toBe('https://news.example/issues/3')
  })

  it('leads to the feed of the page before that of all, and to the page’s other forms', () => {
    const feed = { of: { path: '/topics/tides' }, title: 'Tides' }
    const forms = { 'text/markdown': '/issues/3.md' }
    expect(links({ ...issue, feed, forms }, 'alternate')).toEqual([
      'type="application/rss+xml" href="https://news.example/topics/tides/feed.xml" title="Tides"',
      'type="application/rss+xml" href="https://news.example/feed.xml" title="The Quiet Pager"',
      'type="application/atom+xml" href="https://news.example/topics/tides/atom.xml" title="Tides"',
      'type="application/atom+xml" href="https://news.example/atom.xml" title="The Quiet Pager"',
      'type="application/feed+json" href="https://news.example/topics/tides/feed.json" title="Tides"',
      'type="application/feed+json" href="https://news.example/feed.json" title="The Quiet Pager"',
      'type="text/markdown" href="https://news.example/issues/3.md"',
    ])
  })

  it('is shared with the page’s card, or with the publication’s', () => {
    expect(said(issue, 'og:image')).toBe('https://news.example/card.png')
    expect(said(issue, 'og:image:alt')).toBe('The Quiet Pager')
    const own = { ...issue, card: '/issues/3/card.png' }
    for (const name of ['og:image', 'twitter:image'])
      expect(said(own, name)).toBe('https://news.example/issues/3/card.png')
    expect(said(own, 'og:image:alt')).toBe('Issue 3 · The Quiet Pager')
    expect([said(issue, 'og:title'), said(issue, 'twitter:card')]).toEqual(['Issue 3', 'summary_large_image'])
  })

  it('says of an issue when it was published and changed', () => {
    expect([said(issue, 'og:type'), said(issue, 'article:published_time')]).toEqual(['website', undefined])
    const article = { publishedTime: '2026-01-01T00:00:00Z', modifiedTime: '2026-01-02T00:00:00Z' }
    const dated = { ...issue, article }
    expect(said(dated, 'og:type')).toBe('article')
    expect(said(dated, 'article:published_time')).toBe(article.publishedTime)
    expect(said(dated, 'article:modified_time')).toBe(article.modifiedTime)
  })

  it('says nothing of what there is nothing to say of', () => {
    const bare = { ...issue, description: '' }
    for (const name of ['description', 'og:description', 'twitter:description', 'robots'])
      expect(said(bare, name)).toBeUndefined()
  })

  it('lets search engines follow what has no address of its own', () => {
    const found: PageHead = { ...issue, path: null }
    expect([said(found, 'robots'), said(found, 'og:url')]).toEqual(['noindex, follow', undefined])
    expect(links(found, 'canonical')).toEqual([])
    expect(said({ ...issue, robots: 'noindex' }, 'robots')).toBe('noindex')
  })

  it('of a page that is its sender’s leads nowhere', () => {
    const own: PageHead = { ...issue, robots: 'noindex, nofollow', isPrivate: true }
    expect([links(own, 'canonical'), links(own, 'alternate')]).toEqual([[], []])
    expect(said(own, 'robots')).toBe('noindex, nofollow')
  })

  it('lets nothing that somebody wrote end what it stands in', () => {
    const title = '</title><script>alert(1)</script>"><'
    const page = write({ ...issue, title, description: title, feed: { of: { path: '' }, title } })
    expect(page).not.toContain('<script')
    expect(page.match(/<\/title>/g)).toHaveLength(1)
    expect(said({ ...issue, description: '"&<' }, 'description')).toBe('&quot;&amp;&lt;')
  })
})
