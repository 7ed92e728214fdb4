import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { placeCaptures } from '@/lib/captures/commands/place-captures'
import { saveCapture } from '@/lib/captures/commands/save-capture'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { saveItem } from '@/lib/issues/commands/save-item'
import { readPageOf } from '@/lib/jobs/read-page-of'
import { hashAddress } from '@/lib/links/hash-address'
import { canonicalLink } from '@/lib/links/rules'
import { makePerson } from '@/lib/testing/actors'
import { makeCapture } from '@/lib/testing/captures'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { type LocalSite, startSite } from '@/lib/testing/local-site'
import { testDatabase } from '@/lib/testing/test-database'
import { lookAtPage } from './commands/look-at-page'

const database = testDatabase()
let site: LocalSite
let answer: RequestListener
let asked: string[]

const article = `<title>Why tides turn | Acme</title><html lang="ja"><meta property="og:site_name" content="Acme">
  <meta name="author" content="Ada Byron"><p>${'Of the moon and the sea. '.repeat(60)}</p>`
const page: RequestListener = (_request, response) =>
  response.setHeader('content-type', 'text/html; charset=utf-8').end(article)

beforeEach(async () => {
  await database.empty()
  await makePublication()
  asked = []
  answer = page
  site = await startSite((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    answer(request, response)
  })
})
afterEach(async () => {
  setClock(null)
  await site.close()
})

const at = (path: string, host = 'acme.test') => `http://${host}:${site.port}${path}`
const options = () => ({ network: site.network, pauseMs: 0 })
const read = (address: string, again = false) => readPageOf({ address, again }, options())
const rowOf = (address: string) => db().linkPage.findUniqueOrThrow({ where: { hash: hashAddress(address) } })
const capture = (id: string) => db().capture.findUniqueOrThrow({ where: { id } })
const jobs = async () =>
  (
    await pgPool().query(
      `SELECT jobs.key, jobs.queue_name, held.payload FROM graphile_worker.jobs jobs
       JOIN graphile_worker._private_jobs held USING (id) WHERE jobs.task_identifier = 'read-page'`,
    )
  ).rows

test('an item has its page read once its address has stood still, if a person wrote it', async () => {
  const robin = await makePerson('EDITOR')
  const { items } = await makeDraft(['A'])
  expect(await jobs()).toEqual([])
  const [id = ''] = items
  for (const [version, path] of ['/t', '/tides'].entries()) {
    await saveItem(robin, { commandId: randomUUID(), id, version, fields: { url: at(path) } })
  }
  expect(await jobs()).toMatchObject([{ key: `read-page:${id}`, payload: { address: at('/tides') } }])
})

describe('a capture', () => {
  test('has its page read, once for each address', async () => {
    await makeCapture({ url: at('/a') })
    await makeCapture({ url: at('/a#part') })
    await makeCapture({ url: at('/b') })
    expect(await jobs()).toHaveLength(2)
    expect((await jobs())[0].queue_name).toBe('other-sites')
  })

  test('is filled where nobody wrote anything', async () => {
    const [bare, written] = [
      await makeCapture({ url: at('/a') }),
      await makeCapture({ url: at('/a'), title: 'Tides' }),
    ]
    await read(at('/a'))
    expect(await capture(bare)).toMatchObject({
      title: 'Why tides turn',
      titleIsPages: true,
      version: 0,
      extras: { byline: 'Ada Byron — Acme', lang: 'ja' },
    })
    expect(await capture(written)).toMatchObject({ title: 'Tides', extras: { byline: 'Ada Byron — Acme' } })
  })

  test('is filled with all that lead to the page by the same request', async () => {
    const urls = [at('/a'), at('/a#part'), at('/a#other', 'ACME.test')]
    const ids: string[] = []
    for (const url of urls) ids.push(await makeCapture({ url }))
    expect(await jobs()).toHaveLength(1)
    const apart = await makeCapture({ url: at('/a?b') })
    await read(at('/a#other', 'ACME.test'))
    for (const id of ids) expect((await capture(id)).title).toBe('Why tides turn')
    expect((await capture(apart)).title).toBe('')
  })

  test('keeps what is typed while its page is read, without a conflict', async () => {
    const id = await makeCapture({ url: at('/a') })
    await read(at('/a'))
    await saveCapture(tester, { commandId: randomUUID(), id, version: 0, fields: { title: 'Mine' } })
    await read(at('/a'), true)
    expect(await capture(id)).toMatchObject({ title: 'Mine', version: 1 })
    await saveCapture(tester, { commandId: randomUUID(), id, version: 1, fields: { title: '' } })
    await read(at('/a'), true)
    expect((await capture(id)).title).toBe('')
  })
})

describe('in a list', () => {
  const place = async (captureId: string) => {
    const { sectionId } = await makeDraft([])
    await db().section.update({ where: { id: sectionId }, data: { layout: 'list' } })
    const itemId = randomUUID()
    const captures = [{ id: captureId, itemId }]
    await placeCaptures(tester, { commandId: randomUUID(), sectionId, place: {}, captures })
    return (await db().item.findUniqueOrThrow({ where: { id: itemId } })).headline
  }

  test('the page’s title is nobody’s name, a title that was written is', async () => {
    const filled = await makeCapture({ url: at('/incidents/1', 'status.acme.test') })
    await read(at('/incidents/1', 'status.acme.test'))
    expect(await place(filled)).toBe('')
    for (const source of ['BOOKMARKLET', 'FEED', 'SUGGESTION'] as const)
      expect(await place(await makeCapture({ url: at('/x'), title: 'Acme | 502', source }))).toBe('')
    expect(await place(await makeCapture({ url: at('/y'), title: 'Acme Cloud' }))).toBe('Acme Cloud')
    const id = await makeCapture({ url: at('/z'), title: 'Incident with Actions', source: 'FEED' })
    await saveCapture(tester, { commandId: randomUUID(), id, version: 0, fields: { title: 'Acme Actions' } })
    expect(await place(id)).toBe('Acme Actions')
  })
})

describe('a look', () => {
  test('is kept, and not taken again while it is good', async () => {
    await lookAtPage(at('/a#b'), options())
    await lookAtPage(at('/a'), options())
    expect(asked).toEqual(['GET /a'])
    expect(await rowOf(at('/a'))).toMatchObject({
      outcome: 'OK',
      status: 200,
      title: 'Why tides turn',
      site: 'Acme',
      language: 'ja',
      wordCount: 361 - 1,
    })
    setClock(() => new Date(Date.now() + 8 * 86_400_000))
    await lookAtPage(at('/a'), options())
    expect(asked).toHaveLength(2)
  })

  test('that finds nothing keeps what was known', async () => {
    await lookAtPage(at('/a'), options())
    answer = (_request, response) => response.writeHead(503).end()
    await lookAtPage(at('/a'), { ...options(), again: true })
    expect(await rowOf(at('/a'))).toMatchObject({ outcome: 'DEAD', status: 503, title: 'Why tides turn' })
  })

  test('takes a redirect and a canonical address for the same link, with what the archive has', async () => {
    answer = (request, response) => {
      if (request.url === '/short')
        response.writeHead(301, { location: '/2026/why-tides-turn?from=short' }).end()
      else
        response
          .setHeader('content-type', 'text/html')
          .end(`<link rel=canonical href="/why-tides-turn">${article}`)
    }
    await lookAtPage(at('/short'), options())
    const to = canonicalLink(at('/why-tides-turn'))?.canonical
    const aliases = await db().linkAlias.findMany({ include: { link: true } })
    expect(aliases.map(({ url, link }) => [url, link.canonical]).sort()).toEqual([
      [canonicalLink(at('/2026/why-tides-turn?from=short'))?.canonical, to],
      [canonicalLink(at('/short'))?.canonical, to],
    ])
  })

  test('leaves posts apart that are gone and lead to the list around them', async () => {
    answer = (request, response) => {
      if (request.url === '/blog') page(request, response)
      else response.writeHead(301, { location: request.url === '/old' ? '/?gone=1' : '/blog' }).end()
    }
    for (const path of ['/blog/2015/a', '/blog/2015/b', '/old']) {
      await lookAtPage(at(path), options())
      expect(await rowOf(at(path))).toMatchObject({ outcome: 'MISSING', title: '' })
    }
    expect(await db().linkAlias.count()).toBe(0)
  })

  test('believes no page that calls itself the front page, and no door', async () => {
    answer = (request, response) => {
      if (request.url === '/paid') response.writeHead(302, { location: '/login?next=paid' }).end()
      else response.setHeader('content-type', 'text/html').end(`<link rel=canonical href="/">${article}`)
    }
    await lookAtPage(at('/2026/why-tides-turn'), options())
    await lookAtPage(at('/paid'), options())
    expect(await db().linkAlias.count()).toBe(0)
    expect((await rowOf(at('/paid'))).outcome).toBe('UNSURE')
  })
})

describe('sites of every kind', () => {
  test.each<[string, RequestListener, object]>([
    [
      'a loop',
      (_request, response) => response.writeHead(302, { location: '/a' }).end(),
      { outcome: 'UNSURE' },
    ],
    [
      'not found',
      (_request, response) => response.writeHead(404).end('<title>Why</title>'),
      { outcome: 'DEAD', title: '' },
    ],
    [
      'not found, said with 200',
      (_request, response) =>
        response.setHeader('content-type', 'text/html').end('<title>Page not found | Acme</title>Oh.'),
      { outcome: 'MISSING', title: '' },
    ],
    ['programs turned away', (_request, response) => response.writeHead(999).end(), { outcome: 'UNSURE' }],
    [
      'an image',
      (_request, response) => response.setHeader('content-type', 'image/png').end(article),
      { outcome: 'OK', title: '' },
    ],
    [
      'no type',
      (_request, response) => response.end(`<!doctype html>${article}`),
      { outcome: 'OK', title: 'Why tides turn' },
    ],
    [
      'a page that sends on by itself',
      (request, response) =>
        response
          .setHeader('content-type', 'text/html')
          .end(request.url === '/b' ? article : '<meta http-equiv=refresh content="0; url=/b">'),
      { outcome: 'MOVED', title: 'Why tides turn' },
    ],
    [
      'an oEmbed description',
      (request, response) =>
        request.url === '/o'
          ? response.end('{"title":"Sea film","author_name":"Ada Byron","provider_name":"Films"}')
          : response
              .setHeader('content-type', 'text/html')
              .end(`<link rel=alternate type=application/json+oembed href=/o>${'words '.repeat(300)}`),
      { outcome: 'OK', title: 'Sea film', byline: 'Ada Byron — Films', site: 'Films' },
    ],
    [
      'the same for every address',
      (_request, response) =>
        response.setHeader('content-type', 'text/html').end(`<title>Acme</title>${'We sell. '.repeat(40)}`),
      { outcome: 'MISSING' },
    ],
    [
      'a program for every address',
      (_request, response) =>
        response.setHeader('content-type', 'text/html').end('<title>App</title><div id=app></div>'),
      { outcome: 'UNSURE' },
    ],
    [
      'five levels of five megabytes',
      (_request, response) => response.setHeader('content-type', 'text/html').end('<div>'.repeat(1_000_000)),
      { outcome: 'UNSURE' },
    ],
    [
      'attributes without end',
      (_request, response) =>
        response
          .setHeader('content-type', 'text/html')
          .end(`<a ${Array.from({ length: 400_000 }, (_, n) => `a${n}`).join(' ')}`),
      { outcome: 'UNSURE' },
    ],
  ])('%s', async (_what, how, expected) => {
    answer = how
    await lookAtPage(at('/a'), options())
    expect(await rowOf(at('/a'))).toMatchObject(expected)
  })
})
