import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pgPool } from '@/lib/db/pool'
import { setEnv } from '@/lib/env/env'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { withdrawIssue } from '@/lib/publishing/commands/withdraw-issue'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { type LocalSite, startSite } from '@/lib/testing/local-site'
import { testDatabase } from '@/lib/testing/test-database'
import { pingHub } from './ping-hub'

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
    `SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'ping-hub'`,
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
    expect(await waiting()).toEqual([{ key: 'ping-hub' }])
    await publishIssue(tester, { commandId: randomUUID(), id, note: 'A comma.' })
    await withdrawIssue(tester, { commandId: randomUUID(), id })
    expect(await waiting()).toHaveLength(1)
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
