import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { beforeEach, expect, it } from 'vitest'
import { GET } from '@/app/api/inbox/[token]/[file]/route'
import { makeToken } from '@/lib/accounts/commands/make-token'
import { db } from '@/lib/db/db'
import { makePerson } from '@/lib/testing/actors'
import { makeCapture } from '@/lib/testing/captures'
import { makePublication } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'

const database = testDatabase()
let token: string
beforeEach(async () => {
  await database.empty()
  await makePublication()
  ;({ token } = await makeToken(await makePerson('EDITOR'), { kind: 'INBOX_FEED', name: 'Reader' }))
})

const ask = (file: string, by = token) =>
  GET(new Request('https://news.example/'), { params: Promise.resolve({ token: by, file }) })

it('leads to the pages themselves, newest first, in each format', async () => {
  await makeCapture({
    url: 'https://example.org/1',
    title: 'One & <two>',
    quote: 'Said.',
    note: '*Look* <script>',
  })
  await makeCapture({ url: 'https://example.org/2' })
  const links = ['https://example.org/2', 'https://example.org/1']
  const rss = parseRssFeed(await (await ask('feed.xml')).text())
  expect(rss.items?.map(({ link }) => link)).toEqual(links)
  const atom = parseAtomFeed(await (await ask('atom.xml')).text())
  expect(atom.entries?.map((entry) => entry.links?.[0]?.href)).toEqual(links)
  expect(atom.entries?.[1]).toMatchObject({ title: { value: 'One & <two>' } })
  const html = JSON.stringify(atom.entries?.[1]?.content)
  expect(html).toContain('<blockquote')
  expect(html).not.toContain('<script')
  const json = parseJsonFeed(await (await ask('feed.json')).text())
  expect(json.items?.map(({ url }) => url)).toEqual(links)
})

it('says who wrote a page, and in which language, where that is known', async () => {
  const id = await makeCapture({ url: 'https://example.org/1' })
  const extras = { byline: 'Ada Byron, 山田 太郎 — *Acme*', lang: 'ja' }
  await db().capture.update({ where: { id }, data: { extras } })
  const json = parseJsonFeed(await (await ask('feed.json')).text())
  expect(json.items).toMatchObject([
    { language: 'ja', authors: [{ name: 'Ada Byron' }, { name: '山田 太郎' }] },
  ])
  const atom = await (await ask('atom.xml')).text()
  expect(atom).toContain('<entry xml:lang="ja">')
  expect(parseAtomFeed(atom).entries?.[0]?.authors).toMatchObject([
    { name: 'Ada Byron' },
    { name: '山田 太郎' },
  ])
})

it('is kept by nobody, found by no search engine, and nothing to whoever has no token', async () => {
  const { headers } = await ask('atom.xml')
  expect(headers.get('cache-control')).toBe('private, no-store')
  expect(headers.get('x-robots-tag')).toContain('noindex')
  const capture = await makeToken(await makePerson('EDITOR'), { kind: 'CAPTURE', name: 'Phone' })
  for (const other of ['', 'gleaner_x', capture.token])
    expect((await ask('atom.xml', other)).status).toBe(404)
  expect((await ask('other.xml')).status).toBe(404)
})
