import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { makePublication } from '@/lib/testing/issues'
import { makeRanSlot, type RanSlot } from '@/lib/testing/ran-slot'
import { testDatabase } from '@/lib/testing/test-database'
import { type ClickCounter, openClickCounter } from '@/server/clicks/click-counter'
import { makeSite } from '@/server/testing/make-site'
import { factsOf } from './handle-go'
import { handleRequest } from './handle-request'

testDatabase()

const folder = mkdtempSync(join(tmpdir(), 'gleaner-go-'))
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
let clicks: ClickCounter
let server: Server
let port: number
let ran: RanSlot

beforeAll(async () => {
  await makePublication()
  ran = await makeRanSlot()
  clicks = openClickCounter(folder)
  const next = async () => {
    throw new Error('A counted link is not for Next')
  }
  const site = makeSite(next, { clicks })
  server = createServer((request, response) => void handleRequest(site, request, response)).listen(0)
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

/** The status line and headers of an answer to a target sent byte for byte. */
function ask(target: string, method = 'GET'): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        `${method} ${target} HTTP/1.1\r\nHost: evil.example\r\nUser-Agent: ${browser}\r\nX-Forwarded-For: 203.0.113.9\r\nConnection: close\r\n\r\n`,
      ),
    )
    let answer = ''
    socket.setEncoding('latin1').on('data', (chunk) => {
      answer += chunk
    })
    socket.on('close', () => done(answer))
    socket.on('error', fail)
  })
}

/** Addresses nobody made: random, near the one that is there, of another shape, and such as mean to lead elsewhere. */
function* forged(id: string): Generator<string> {
  const shapes = [
    () => randomBytes(12).toString('base64url'),
    () => `${id.slice(0, 15)}~`,
    () => `${id}${randomBytes(1).toString('hex')}`,
    () => id.slice(0, 1 + ((randomBytes(1)[0] ?? 0) % 15)),
    () => randomBytes(300).toString('base64url'),
    () => encodeURIComponent(`https://evil.example/${randomBytes(4).toString('hex')}`),
    () => `${randomBytes(12).toString('base64url')}?url=https://evil.example&to=//evil.example`,
    () => encodeURIComponent(`' OR 1=1 -- ${randomBytes(2).toString('hex')}`),
    () => `${id}/${randomBytes(3).toString('hex')}`,
    () => `%20${id}`,
  ]
  for (let index = 0; index < 1_000; index += 1) yield `/go/${shapes[index % shapes.length]?.()}`
}

/** Everything that is stored. */
async function rowsOfAll(): Promise<Record<string, number>> {
  const { rows } = await pgPool().query(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  )
  const counts: Record<string, number> = {}
  for (const { tablename } of rows) {
    const found = await pgPool().query(`SELECT count(*)::int AS count FROM "${tablename}"`)
    counts[tablename] = found.rows[0].count
  }
  return counts
}

test('1,000 forged addresses: each a 404 that leads nowhere, nothing is stored, nothing is counted', async () => {
  const id = Object.values(ran.targets)[0] ?? ''
  const before = await rowsOfAll()
  for (const target of forged(id)) {
    const answer = await ask(target)
    expect(answer, target).toMatch(/^HTTP\/1\.1 404 /)
    expect(answer.split('\r\n\r\n')[0], target).not.toMatch(/^location:/im)
  }
  expect(readdirSync(folder)).toEqual([])
  expect(await rowsOfAll()).toEqual(before)
  expect(await db().clickCount.count()).toBe(0)
})

test('the one that is there leads on, whatever stands behind it, and only by reading', async () => {
  const [[url, id] = ['', '']] = Object.entries(ran.targets)
  for (const target of [`/go/${id}`, `/go/${id}?url=https://evil.example`]) {
    const answer = await ask(target)
    expect(answer).toMatch(/^HTTP\/1\.1 302 /)
    expect(answer.match(/^location: (.*)\r$/im)?.[1]).toBe(url)
    expect(answer).toMatch(/^cache-control: no-store\r$/im)
    expect(answer).not.toMatch(/^set-cookie:/im)
  }
  expect(await ask(`/go/${id}`, 'POST')).toMatch(/^HTTP\/1\.1 405 /)
  const written = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
  expect(written.join('')).not.toMatch(/firefox|203\.0\.113|127\.0\.0\.1/i)
  await clicks.close()
  const counted = await db().clickCount.findMany({ orderBy: { kind: 'asc' } })
  expect(counted.map(({ kind, count }) => [kind, count])).toEqual([
    ['repeat', 1],
    ['verified', 1],
  ])
})

test('what tells of a request is read from its headers, however they are written, and of two the one that counts', () => {
  const read = (headers: [string, string][]) => {
    const { method, purpose, userAgent, forwardedFor } = factsOf({
      method: 'HEAD',
      rawHeaders: headers.flat(),
      socket: new Socket(),
    })
    return { method, purpose, userAgent, forwardedFor }
  }
  const nothing = { method: 'HEAD', purpose: '', userAgent: '', forwardedFor: '' }
  expect(read([['Accept-Encoding', 'gzip']])).toEqual(nothing)
  expect(
    read([
      ['USER-AGENT', browser],
      ['user-agent', 'Googlebot'],
      ['X-Forwarded-For', '203.0.113.9'],
      ['x-forwarded-for', '198.51.100.2'],
    ]),
  ).toEqual({ ...nothing, userAgent: browser, forwardedFor: '198.51.100.2' })
  expect(
    read([
      ['Sec-Purpose', 'prefetch;prerender'],
      ['Purpose', 'prefetch'],
      ['X-Moz', 'prefetch'],
    ]).purpose,
  ).toBe('prefetch;prerender,prefetch,prefetch')
})
