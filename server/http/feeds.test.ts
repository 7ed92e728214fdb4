import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pgPool } from '@/lib/db/pool'
import { setEnv } from '@/lib/env/env'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { testDatabase } from '@/lib/testing/test-database'
import { textFile } from '@/server/reader/made'
import { makeSite } from '@/server/testing/make-site'
import { handleRequest } from './handle-request'

testDatabase()

/** Readers' pages and files say what they are made by and of. */
const site = makeSite(
  async () => {
    throw new Error('A feed is not made by Next')
  },
  {
    make: async (making, asked) => textFile(JSON.stringify({ making, ...asked }), 'application/atom+xml'),
  },
)

let server: Server
let origin: string
const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}${path}`, { redirect: 'manual', headers })
const madeOf = async (path: string): Promise<unknown> => (await ask(path)).json()

beforeAll(async () => {
  setEnv({ APP_URL: 'https://news.example', WEBSUB_HUB: 'https://hub.example/' })
  server = createServer((request, response) => void handleRequest(site, request, response)).listen(0)
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const items = [makeItem({ topics: ['Sea Ice'], byline: 'Ann Dahl' })]
  await makePublishedIssue(
    makeDocument({ issue: { slug: 'issue-1' }, sections: [makeSection({ title: 'Long reads', items })] }),
  )
  await pgPool().query(`INSERT INTO "Redirect" VALUES ('/issues/first', '/issues/issue-1')`)
})
afterAll(() => server.close())

describe('a feed', () => {
  it.each([
    ['/feed.xml', 'rss', 'issues', {}, {}],
    ['/items/atom.xml', 'atom', 'items', {}, {}],
    ['/topics/sea-ice/feed.json', 'json', 'topics', { term: 'sea-ice' }, {}],
    ['/authors/ann-dahl/feed.xml', 'rss', 'authors', { term: 'ann-dahl' }, {}],
    ['/sites/tides.example/feed.xml', 'rss', 'sites', { term: 'tides.example' }, {}],
    ['/sections/long-reads/feed.xml', 'rss', 'sections', { term: 'long-reads' }, {}],
    ['/search/feed.xml?host=a.example&x=1&q=tides', 'rss', 'search', {}, { q: 'tides', host: 'a.example' }],
  ])('%s is made as %s of %s', async (path, format, feed, params, query) => {
    expect(await madeOf(path)).toEqual({ making: { feed, format }, params, query })
  })

  it.each([
    '/topics/none/feed.xml',
    '/sections/none/atom.xml',
    '/sites/none.example/feed.json',
    '/items/none.xml',
  ])('%s is not there', async (path) => expect((await ask(path)).status).toBe(404))

  it('is not sent again to who has it', async () => {
    const etag = (await ask('/atom.xml')).headers.get('etag') ?? ''
    const again = await ask('/atom.xml', { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('names the hub in its headers, where the hub is told of it', async () => {
    const link = (path: string) => ask(path).then(({ headers }) => headers.get('link'))
    expect(await link('/items/feed.json?x=1')).toBe(
      '<https://hub.example/>; rel="hub", <https://news.example/items/feed.json>; rel="self"',
    )
    expect(await link('/topics/Sea%20Ice/atom.xml')).toBeNull()
    expect(await link('/topics/sea-ice/atom.xml')).toContain('<https://news.example/topics/sea-ice/atom.xml>')
    expect([await link('/authors/ann-dahl/feed.xml'), await link('/issues')]).toEqual([null, null])
  })
})

describe('what lists the pages', () => {
  it('is there with each part that has anything in it', async () => {
    const part = { making: 'sitemap-part', params: { part: 'items-1' }, query: {} }
    expect(await madeOf('/sitemaps/items-1.xml')).toEqual(part)
    for (const path of ['/sitemaps/items-2.xml', '/sitemaps/drafts-1.xml', '/sitemaps/items-1'])
      expect((await ask(path)).status).toBe(404)
  })

  it('leads from the card of an old address to that of the new one', async () => {
    const moved = await ask('/issues/first/card.png')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/issues/issue-1/card.png'])
  })
})
