import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { transaction } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { setEnv } from '@/lib/env/env'
import { raiseGeneration } from '@/lib/publication/generation'
import { makePublication } from '@/lib/testing/issues'
import { type LocalSite, startSite } from '@/lib/testing/local-site'
import { testDatabase } from '@/lib/testing/test-database'
import { purgeCdn } from './purge-cdn'

const database = testDatabase()

let heard: unknown[] = []
let answer: { status: number; location?: string } = { status: 200 }
let cdn: LocalSite

beforeAll(async () => {
  cdn = await startSite((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      heard.push([request.method, request.url, request.headers['x-key'], body])
      response.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end()
    })
  })
})
afterAll(() => cdn.close())
beforeEach(async () => {
  await database.empty()
  await makePublication()
  heard = []
  answer = { status: 200 }
  const call = { CDN_PURGE_METHOD: 'POST', CDN_PURGE_HEADER: 'X-Key: a b', CDN_PURGE_BODY: '{"all":true}' }
  setEnv({ CDN_PURGE_URL: `http://127.0.0.1:${cdn.port}/purge`, ...call })
})

const waiting = async () => {
  const { rows } = await pgPool().query(
    `SELECT key, run_at > now() + '5 seconds' AS later FROM graphile_worker.jobs
     WHERE task_identifier = 'purge-cdn' ORDER BY key`,
  )
  return rows
}
const raise = () => transaction((tx) => raiseGeneration(tx))

describe('the CDN', () => {
  it('is called as the operator says', async () => {
    await purgeCdn()
    setEnv({ CDN_PURGE_METHOD: 'PURGE', CDN_PURGE_HEADER: undefined, CDN_PURGE_BODY: undefined })
    await purgeCdn()
    expect(heard).toEqual([
      ['POST', '/purge', 'a b', '{"all":true}'],
      ['PURGE', '/purge', undefined, ''],
    ])
  })

  it('is called again when it doesn’t take it, and followed nowhere else', async () => {
    for (const refusal of [{ status: 500 }, { status: 307, location: '/elsewhere' }]) {
      answer = refusal
      await expect(purgeCdn()).rejects.toThrow(`The CDN answered ${refusal.status}`)
    }
    expect(heard).toHaveLength(2)
  })

  it('is told once now and once later, however much was published', async () => {
    for (let times = 0; times < 5; times += 1) await raise()
    expect(await waiting()).toEqual([
      { key: 'purge-cdn', later: false },
      { key: 'purge-cdn-again', later: true },
    ])
  })

  it('is told nothing of what was not committed, and nothing where there is none', async () => {
    const failing = transaction(async (tx) => {
      await raiseGeneration(tx)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    setEnv({ CDN_PURGE_URL: undefined })
    await raise()
    await purgeCdn()
    expect([await waiting(), heard]).toEqual([[], []])
  })
})
