import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { addItem } from '@/lib/issues/commands/add-item'
import { scheduleIssue } from '@/lib/publishing/commands/schedule-issue'
import { makePerson } from '@/lib/testing/actors'
import { linkFields, makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { type LocalSite, startSite } from '@/lib/testing/local-site'
import { testDatabase } from '@/lib/testing/test-database'
import { askForLinkCheck } from './commands/ask-for-link-check'
import { checkLinks } from './commands/check-links'
import { loadChecks } from './queries'

const database = testDatabase()
let site: LocalSite
let asked: string[]

const article = `<title>Tides</title><p>${'Of the moon and the sea. '.repeat(60)}</p>`
const answers: Record<string, RequestListener> = {
  '/good': (_request, response) => response.setHeader('content-type', 'text/html').end(article),
  '/old': (_request, response) => response.writeHead(301, { location: '/good' }).end(),
  '/file.pdf': (_request, response) => response.setHeader('content-type', 'application/pdf').end('%PDF'),
  '/guarded': (_request, response) => response.writeHead(403).end(),
  '/shy': (request, response) =>
    request.method === 'HEAD'
      ? response.writeHead(405).end()
      : response.setHeader('content-type', 'text/html').end(article),
  '/soft': (_request, response) =>
    response.setHeader('content-type', 'text/html').end('<title>Page not found</title>'),
  '/loop': (_request, response) => response.writeHead(302, { location: '/loop' }).end(),
}

beforeEach(async () => {
  await database.empty()
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
  await makePublication()
  asked = []
  site = await startSite((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const answer = answers[request.url ?? ''] ?? ((_request, last) => last.writeHead(404).end())
    answer(request, response)
  })
})
afterEach(async () => {
  setClock(null)
  await site.close()
})

const call = () => ({ commandId: randomUUID() })
const at = (path: string) => `http://acme.test:${site.port}${path}`
const check = (issueId: string) => checkLinks({ issueId }, { network: site.network, pauseMs: 0 })
const jobs = async () => {
  const wanted = "task_identifier = 'check-links'"
  const sql = `SELECT key, queue_name, priority, run_at FROM graphile_worker.jobs WHERE ${wanted} ORDER BY key`
  return (await pgPool().query(sql)).rows
}

const mails = async () => {
  const sql = `SELECT payload FROM graphile_worker._private_jobs job JOIN graphile_worker._private_tasks task
    ON task.id = job.task_id WHERE task.identifier = 'send-mail'`
  return (await pgPool().query(sql)).rows.map(({ payload }) => payload)
}

async function draftOf(addresses: string[], blurb = '') {
  const { id, sectionId } = await makeDraft([])
  for (const url of addresses) {
    const fields = { ...linkFields('A'), url, blurb }
    await addItem(tester, { ...call(), id: randomUUID(), sectionId, fields, place: {} })
  }
  return id
}

describe('a check', () => {
  test('looks at every link, each once, and says of each what it is', async () => {
    const paths = ['/good', '/old', '/file.pdf', '/guarded', '/shy', '/soft', '/loop', '/gone']
    const id = await draftOf(
      paths.map(at),
      `See [more](${at('/good#part')}) and [this](http://127.0.0.1:9/).`,
    )
    await askForLinkCheck(tester, { ...call(), id })
    await check(id)
    const { pages, run } = await loadChecks(tester, id)
    const outcomes = Object.fromEntries(
      pages.map(({ address, outcome }) => [new URL(address).pathname, outcome]),
    )
    expect(outcomes).toEqual({
      '/good': 'OK',
      '/old': 'MOVED',
      '/file.pdf': 'OK',
      '/guarded': 'UNSURE',
      '/shy': 'OK',
      '/soft': 'MISSING',
      '/loop': 'UNSURE',
      '/gone': 'DEAD',
      '/': 'DEAD',
    })
    expect(pages.every(({ message }) => message.length > 10)).toBe(true)
    expect(run).toMatchObject({ total: 9, done: 9, finishedAt: expect.any(String) })
    expect(asked.filter((line) => line.endsWith('/file.pdf'))).toEqual(['HEAD /file.pdf'])
  })

  test('that was cut off goes on where it was', async () => {
    const id = await draftOf([at('/good'), at('/gone')])
    await askForLinkCheck(tester, { ...call(), id })
    await check(id)
    const before = asked.length
    await check(id)
    expect(asked).toHaveLength(before)
    setClock(() => new Date(Date.now() + 3_600_000))
    await askForLinkCheck(tester, { ...call(), id })
    await check(id)
    expect(asked.length).toBeGreaterThan(before)
  })

  test('is asked for by editors, once however often they press', async () => {
    const id = await draftOf([at('/good')])
    const again = call()
    await Promise.all([askForLinkCheck(tester, { ...again, id }), askForLinkCheck(tester, { ...again, id })])
    expect(await jobs()).toMatchObject([
      { key: `check-links:${id}`, queue_name: 'other-sites', priority: -1 },
    ])
    await expect(askForLinkCheck(await makePerson('SPONSOR'), { ...call(), id })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(askForLinkCheck(tester, { ...call(), id: randomUUID() })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('comes by itself when an issue is scheduled and before it goes out, if it still is to', async () => {
    setClock(() => new Date('2026-03-01T12:00:00Z'))
    const id = await draftOf([at('/good')])
    await scheduleIssue(tester, { ...call(), id, wall: '2026-03-01T20:00' })
    expect(await jobs()).toMatchObject([
      { key: `check-links:${id}` },
      { key: `check-links:${id}:ahead`, run_at: new Date('2026-03-01T22:00:00Z') },
    ])
    await check(id)
    const before = asked.length
    setClock(() => new Date('2026-03-01T22:00:00Z'))
    const ahead = () => checkLinks({ issueId: id, ahead: true }, { network: site.network, pauseMs: 0 })
    await ahead()
    expect(asked.length).toBeGreaterThan(before)
    await db().issue.update({ where: { id }, data: { state: 'DRAFT' } })
    const then = asked.length
    await ahead()
    expect(asked).toHaveLength(then)
  })

  describe('before an issue goes out', () => {
    const ahead = async (blocking: string[] = []) => {
      await makePerson('EDITOR')
      await db().publication.update({ where: { id: 1 }, data: { blockingFindings: blocking } })
      setClock(() => new Date('2026-03-01T12:00:00Z'))
      const id = await draftOf([at('/turns'), at('/gone')])
      await scheduleIssue(tester, { ...call(), id, wall: '2026-03-01T20:00' })
      await check(id)
      setClock(() => new Date('2026-03-01T22:00:00Z'))
      answers['/turns'] = (_request, response) => response.writeHead(404).end()
      await checkLinks({ issueId: id, ahead: true }, { network: site.network, pauseMs: 0 })
      return id
    }
    beforeEach(() => {
      answers['/turns'] = (_request, response) => response.setHeader('content-type', 'text/html').end(article)
    })

    test('tells the editors which links broke since the last one, once', async () => {
      const id = await ahead()
      const [mail, ...others] = await mails()
      expect(others).toEqual([])
      expect(mail).toMatchObject({
        subject: expect.stringContaining('goes out soon, and a link leads nowhere'),
      })
      expect(JSON.stringify(mail)).toContain(`/admin/issues/${id}`)
      await checkLinks({ issueId: id, ahead: true }, { network: site.network, pauseMs: 0 })
      expect(await mails()).toHaveLength(1)
    })

    test('leaves what holds the issue to the warning of that', async () => {
      await ahead(['link-dead'])
      expect(await mails()).toEqual([])
    })

    test('tells of it too where the check took more than one job', async () => {
      await makePerson('EDITOR')
      const paths = ['/turns', '/slow-1', '/slow-2', '/slow-3']
      for (const path of paths.slice(1))
        answers[path] = (_request, response) =>
          setTimeout(() => response.setHeader('content-type', 'text/html').end(article), 1100)
      setClock(() => new Date('2026-03-01T12:00:00Z'))
      const id = await draftOf(paths.map(at))
      await scheduleIssue(tester, { ...call(), id, wall: '2026-03-01T20:00' })
      setClock(() => new Date('2026-03-01T22:00:00Z'))
      answers['/turns'] = (_request, response) => response.writeHead(404).end()
      await checkLinks({ issueId: id, ahead: true }, { network: site.network, pauseMs: 0 })
      const sql = `SELECT payload FROM graphile_worker._private_jobs WHERE key = 'check-links:${id}'`
      const next = (await pgPool().query<{ payload: { issueId: string; ahead: boolean } }>(sql)).rows[0]
      expect(next?.payload).toEqual({ issueId: id, ahead: true })
      if (next) await checkLinks(next.payload, { network: site.network, pauseMs: 0 })
      expect(await mails()).toHaveLength(1)
    })
  })
})
