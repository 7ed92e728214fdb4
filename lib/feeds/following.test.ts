import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveCapture } from '@/lib/captures/commands/save-capture'
import { discardCaptures, postponeCaptures, reopenCaptures } from '@/lib/captures/commands/sort-captures'
import { undoMove } from '@/lib/captures/commands/undo-move'
import { listCaptures } from '@/lib/captures/queries'
import { captureFilterSchema } from '@/lib/captures/schema'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { makePerson } from '@/lib/testing/actors'
import { makeCapture } from '@/lib/testing/captures'
import { makePublication, tester } from '@/lib/testing/issues'
import { type LocalSite, startSite } from '@/lib/testing/local-site'
import { waitingJobs } from '@/lib/testing/post-room'
import { testDatabase } from '@/lib/testing/test-database'
import { addFeeds } from './commands/add-feeds'
import { fetchDue } from './commands/fetch-due'
import { fetchFeed } from './commands/fetch-feed'
import { forgetOldEntries, forgetOldSeen } from './commands/forget-old-entries'
import { removeFeed } from './commands/remove-feed'
import { listFeeds } from './queries'

const database = testDatabase()
let time = Date.parse('2026-11-26T08:00:00Z')
let sites: LocalSite[] = []
beforeEach(async () => {
  await database.empty()
  await makePublication()
  time = Date.parse('2026-11-26T08:00:00Z')
  setClock(() => new Date(time))
})
afterEach(async () => {
  setClock(null)
  for (const site of sites) await site.close()
  sites = []
})

const call = () => ({ commandId: randomUUID() })
const later = (hours: number) => {
  time += hours * 3_600_000
}
const item = (n: number) =>
  `<item><title>T${n}</title><link>https://example.org/${n}</link><pubDate>Wed, 25 Nov 2026 10:00:00 GMT</pubDate></item>`
const rss = (...items: number[]) =>
  `<rss version="2.0"><channel><title>Tides</title>${items.map(item).join('')}</channel></rss>`
const inView = async (view: 'inbox' | 'feeds') =>
  (await listCaptures(tester, captureFilterSchema.parse({ view }))).rows

/** A feed that is followed, at a site of this machine. */
async function follow(answer: RequestListener) {
  const site = await startSite(answer)
  sites.push(site)
  const url = `http://acme.test:${site.port}/feed.xml`
  // A name of the test's own, which no reader could follow.
  const { id } = await db().followedFeed.create({
    data: { url, urlHash: new Uint8Array(32), addedAt: new Date(time), nextCheckAt: new Date(time) },
  })
  return { id, read: () => fetchFeed(id, site.network) }
}
const row = async () => (await listFeeds(tester))[0]

describe('a feed that is followed', () => {
  it('brings what is new into its own lane, once, and not into the inbox', async () => {
    let items = [2, 1]
    const { read } = await follow((_, response) => response.end(rss(...items)))
    await read()
    expect((await inView('feeds')).map(({ title }) => title)).toEqual(['T2', 'T1'])
    expect(await inView('inbox')).toEqual([])
    expect(await row()).toMatchObject({
      title: 'Tides',
      problem: '',
      checkedAt: new Date(time).toISOString(),
    })
    later(2)
    items = [3, 2, 1]
    await read()
    expect((await inView('feeds')).map(({ title }) => title)).toEqual(['T3', 'T2', 'T1'])
  })

  it('brings nothing that was captured before, however its address is written, and whatever became of it', async () => {
    await makeCapture({ url: 'http://www.example.org/1/?utm_source=x' })
    const sorted = await makeCapture({ url: 'https://m.example.org/2#part' })
    await discardCaptures(tester, { ...call(), ids: [sorted] })
    const { read } = await follow((_, response) => response.end(rss(3, 2, 1)))
    await read()
    expect((await inView('feeds')).map(({ title }) => title)).toEqual(['T3'])
  })

  it('kept goes to the inbox; undo puts it aside again', async () => {
    const { read } = await follow((_, response) => response.end(rss(1)))
    await read()
    const ids = (await inView('feeds')).map(({ id }) => id)
    const { moveId } = await reopenCaptures(tester, { ...call(), ids })
    expect([(await inView('inbox')).length, (await inView('feeds')).length]).toEqual([1, 0])
    await undoMove(tester, { ...call(), moveId })
    expect([(await inView('inbox')).length, (await inView('feeds')).length]).toEqual([0, 1])
  })

  it('is read as a page once somebody wants it, and not before', async () => {
    const { read } = await follow((_, response) => response.end(rss(4, 3, 2, 1)))
    await read()
    const asked = async () =>
      (await waitingJobs()).flatMap(({ name, payload }) => (name === 'read-page' ? [payload] : []))
    expect(await asked()).toEqual([])
    const ids = (await inView('feeds')).map(({ id }) => id)
    const [kept = '', putOff = '', discarded = ''] = ids
    const { moveId } = await reopenCaptures(tester, { ...call(), ids: [kept] })
    await postponeCaptures(tester, { ...call(), ids: [putOff], until: '2026-12-24' })
    await discardCaptures(tester, { ...call(), ids: [discarded] })
    const pages = [{ address: 'https://example.org/4' }, { address: 'https://example.org/3' }]
    expect(await asked()).toEqual(pages)
    // Nor once more where it is in the inbox already, or goes back.
    await pgPool().query('DELETE FROM graphile_worker._private_jobs')
    await postponeCaptures(tester, { ...call(), ids: [kept], until: '2026-12-24' })
    await reopenCaptures(tester, { ...call(), ids: [kept] })
    await undoMove(tester, { ...call(), moveId }).catch(() => null)
    expect(await asked()).toEqual([])
  })

  it('goes by itself after 30 days, unless somebody wrote in it', async () => {
    const { read } = await follow((_, response) => response.end(rss(2, 1)))
    await read()
    const [first] = await inView('feeds')
    const save = { ...call(), id: first?.id ?? '', version: 0, fields: { note: 'For the tides issue' } }
    await saveCapture(tester, save)
    later(31 * 24)
    await forgetOldEntries()
    expect((await inView('feeds')).map(({ note }) => note)).toEqual(['For the tides issue'])
  })

  it('is known by its entries until 180 days after they left it, and while they may be in it', async () => {
    let items = [2, 1]
    let isSame = false
    const { id, read } = await follow((_, response) =>
      isSame ? response.writeHead(304).end() : response.end(rss(...items)),
    )
    const known = async () => {
      await forgetOldSeen()
      return db().feedEntrySeen.count({ where: { feedId: id } })
    }
    await read()
    // Nothing changed for a long time: all is still there.
    isSame = true
    later(400 * 24)
    await read()
    expect(await known()).toBe(2)
    isSame = false
    later(2)
    await read()
    items = [2]
    later(179 * 24)
    await read()
    expect(await known()).toBe(2)
    later(2 * 24)
    await read()
    expect(await known()).toBe(1)
  })

  it('is asked politely: not before its time, and only for what changed', async () => {
    const asked: unknown[] = []
    const { read } = await follow(({ headers }, response) => {
      asked.push([headers['if-none-match'], headers['if-modified-since']])
      if (headers['if-none-match']) return response.writeHead(304).end()
      const version = { etag: '"1"', 'last-modified': 'Wed, 25 Nov 2026 10:00:00 GMT' }
      return response.writeHead(200, version).end(rss(1))
    })
    await read()
    await read()
    later(1)
    await read()
    expect(asked).toEqual([
      [undefined, undefined],
      ['"1"', 'Wed, 25 Nov 2026 10:00:00 GMT'],
    ])
    expect(await row()).toMatchObject({ problem: '', checkedAt: new Date(time).toISOString() })
  })

  it('that holds what Postgres can’t, or very much, is read all the same', async () => {
    const items = Array.from({ length: 12_000 }, (_, n) => ({
      id: `${n}`,
      url: `https://example.org/${n}`,
      title: `T\0${n}`,
      date_published: '2026-11-25T10:00:00Z',
    }))
    const feed = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Ti\0des', items })
    const { read } = await follow((_, response) => response.end(feed))
    await read()
    expect(await row()).toMatchObject({ title: 'Ti des', problem: '' })
    expect((await inView('feeds'))[0]?.title).toBe('T 0')
    expect(await db().feedEntrySeen.count()).toBe(5000)
  })

  it('that brings what can’t be kept is not asked each minute', async () => {
    const { id, read } = await follow((_, response) => response.end(rss(1)))
    await pgPool().query(`ALTER TABLE "Capture" ADD CONSTRAINT "none" CHECK ("title" <> 'T1')`)
    try {
      await read()
    } finally {
      await pgPool().query('ALTER TABLE "Capture" DROP CONSTRAINT "none"')
    }
    expect((await row())?.problem).toContain('could not be kept')
    await fetchDue()
    expect(await db().followedFeed.count({ where: { id, nextCheckAt: { lte: new Date(time) } } })).toBe(0)
    expect(await db().feedEntrySeen.count()).toBe(0)
  })

  it.each([
    [
      'a web page',
      'a web page, not a feed',
      (response) => response.end('<!doctype html><html><body>Hello</body></html>'),
    ],
    ['50 MB', 'larger than 5 MB', (response) => response.end(`<rss>${' '.repeat(50 * 1024 * 1024)}`)],
    ['gone', '(410)', (response) => response.writeHead(410).end()],
    ['a loop', 'without end', (response) => response.writeHead(302, { location: '/feed.xml' }).end()],
    [
      'turned inwards',
      'not on the public internet',
      (response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
    ],
  ] as [string, string, (response: Parameters<RequestListener>[1]) => void][])(
    'that is %s says so on its row and is asked again later',
    async (_, words, answer) => {
      const { read } = await follow((_request, response) => answer(response))
      await read()
      const first = await row()
      expect(first?.problem).toContain(words)
      later(2)
      await read()
      const second = await row()
      expect(Date.parse(second?.nextCheckAt ?? '') - time).toBe(4 * 3_600_000)
      expect(await inView('feeds')).toEqual([])
    },
  )
})

describe('following', () => {
  it('takes 2,000 outlines at once and reads some of them each minute', async () => {
    const outlines = Array.from(
      { length: 2000 },
      (_, n) => `<outline text="F${n}" xmlUrl="https://example.org/${n}"/>`,
    )
    const text = `<opml version="2.0"><head/><body>${outlines.join('')}</body></opml>`
    expect(await addFeeds(tester, { ...call(), text })).toEqual({ added: 2000, known: 0, problems: [] })
    expect(
      await addFeeds(tester, { ...call(), text: 'https://example.org/1\nhttps://example.org/new' }),
    ).toMatchObject({
      added: 1,
      known: 1,
    })
    await fetchDue()
    const { rows } = await pgPool().query('SELECT count(*)::int AS jobs FROM graphile_worker._private_jobs')
    expect(rows[0].jobs).toBeLessThanOrEqual(66)
  })

  it('counts only what is new: a file may be brought again, and of one that is too long what fits is taken', async () => {
    const list = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => `https://example.org/${from + n}`).join('\n')
    await addFeeds(tester, { ...call(), text: list(0, 2000) })
    const again = await addFeeds(tester, { ...call(), text: list(0, 2000) })
    expect(again).toEqual({ added: 0, known: 2000, problems: [] })
    const more = await addFeeds(tester, { ...call(), text: list(1500, 1502) })
    const message = 'At most 3,000 feeds are followed, and this one had no room.'
    const problems = [3000, 3001].map((n) => ({ text: `https://example.org/${n}`, message }))
    expect(more).toEqual({ added: 1000, known: 500, problems })
    expect(await db().followedFeed.count()).toBe(3000)
    const full = await addFeeds(tester, { ...call(), text: list(3000, 1) })
    expect(full).toMatchObject({ added: 0, known: 0, problems: [{ message }] })
  })

  it('is told with who added the feed, and when', async () => {
    const robin = await makePerson('EDITOR', { name: 'Robin' })
    await addFeeds(robin, { ...call(), text: 'https://example.org/feed' })
    expect(await row()).toMatchObject({ addedBy: 'Robin', addedAt: new Date(time).toISOString() })
  })

  it('ends, and is for those of the studio alone', async () => {
    const sponsor = await makePerson('SPONSOR')
    await addFeeds(tester, { ...call(), text: 'https://example.org/feed' })
    const id = (await row())?.id ?? ''
    const forbidden = { code: 'forbidden' }
    await expect(addFeeds(sponsor, { ...call(), text: 'x' })).rejects.toMatchObject(forbidden)
    await expect(removeFeed(sponsor, { ...call(), feedId: id })).rejects.toMatchObject(forbidden)
    await expect(listFeeds(sponsor)).rejects.toMatchObject(forbidden)
    await removeFeed(tester, { ...call(), feedId: id })
    expect(await listFeeds(tester)).toEqual([])
    await fetchFeed(id)
  })
})
