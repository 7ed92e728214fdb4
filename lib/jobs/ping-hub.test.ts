import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { archiveItems } from '@/lib/archive/commands/archive-items'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { setEnv } from '@/lib/env/env'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { withdrawIssue } from '@/lib/publishing/commands/withdraw-issue'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { type LocalSite, startSite } from '@/lib/testing/local-site'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { testDatabase } from '@/lib/testing/test-database'
import { pingHub, pingHubOfIssue } from './ping-hub'

const database = testDatabase()

/** What a real hub is sent, and what it answers. */
let heard: Record<string, string>[] = []
let answer: { status: number; location?: string } = { status: 204 }
let hub: LocalSite

beforeAll(async () => {
  hub = await startSite((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      heard.push({ method: request.method ?? '', ...Object.fromEntries(new URLSearchParams(body)) })
      response.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end('heard')
    })
  })
})
afterAll(() => hub.close())
beforeEach(async () => {
  await database.empty()
  await makePublication()
  heard = []
  answer = { status: 204 }
  setEnv({ APP_URL: 'https://news.example', WEBSUB_HUB: `http://127.0.0.1:${hub.port}/hub` })
})

const waiting = async () => {
  const { rows } = await pgPool().query(
    `SELECT key FROM graphile_worker.jobs WHERE task_identifier LIKE 'ping-hub%' ORDER BY key`,
  )
  return rows
}

describe('the hub', () => {
  it('is told of each feed that names it, and told again finds the same', async () => {
    await pingHub()
    await pingHub()
    const told = (topic: string) => ({
      method: 'POST',
      'hub.mode': 'publish',
      'hub.url': topic,
      'hub.topic': topic,
    })
    const files = ['feed.xml', 'atom.xml', 'feed.json']
    const once = [...files, ...files.map((file) => `items/${file}`)].map((file) =>
      told(`https://news.example/${file}`),
    )
    expect(heard).toEqual([...once, ...once])
  })

  it('is told of the topics and sections that an issue has, and of those that it had', async () => {
    const sea = makeItem({ topics: ['Sea Ice'] })
    const issue = (title: string, topics: string[]) => {
      const sections = [makeSection({ title, items: [makeItem({ topics })] })]
      return makeDocument({ issue: { slug: 'issue-8', number: 8 }, sections })
    }
    await makePublishedIssue(makeDocument({ sections: [makeSection({ title: 'Outages', items: [sea] })] }))
    const { id } = await makePublishedIssue(issue('Outages', ['Sea Ice', 'Nobody’s']))
    const document = issue('Long reads', ['Tides'])
    const edition = { issueId: id, edition: 2, document, hash: 'b'.repeat(64), publishedAt: new Date() }
    await db().edition.create({ data: edition })
    await archiveItems(db(), id, document)
    await pingHubOfIssue({ issueId: id })
    const of = (page: string) =>
      ['feed.xml', 'atom.xml', 'feed.json'].map((file) => `https://news.example${page}/${file}`)
    const told = heard.map((message) => message['hub.topic'])
    const changed = ['/sections/long-reads', '/sections/outages', '/topics/sea-ice', '/topics/tides']
    expect(told).toEqual(changed.flatMap(of))
  })

  it('is tried again when it doesn’t take it, and followed nowhere else', async () => {
    answer = { status: 503 }
    await expect(pingHub()).rejects.toThrow('503')
    answer = { status: 307, location: `http://127.0.0.1:${hub.port}/elsewhere` }
    await expect(pingHub()).rejects.toThrow('307')
    expect(heard).toHaveLength(2)
  })

  it('waits to be told once, whatever has changed until then', async () => {
    const { id } = await makeDraft(['A'])
    await publishIssue(tester, { commandId: randomUUID(), id })
    expect(await waiting()).toEqual([{ key: 'ping-hub' }, { key: `ping-hub-${id}` }])
    await publishIssue(tester, { commandId: randomUUID(), id, note: 'A comma.' })
    await withdrawIssue(tester, { commandId: randomUUID(), id })
    expect(await waiting()).toHaveLength(2)
  })

  it('is not told of what was refused, nor where there is none', async () => {
    const { id } = await makeDraft(['A'])
    await expect(withdrawIssue(tester, { commandId: randomUUID(), id })).rejects.toThrow()
    expect(await waiting()).toEqual([])
    setEnv({ WEBSUB_HUB: undefined })
    await publishIssue(tester, { commandId: randomUUID(), id })
    await pingHub()
    expect([await waiting(), heard]).toEqual([[], []])
  })
})
