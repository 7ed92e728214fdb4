import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { makeDraft, makePublication } from '@/lib/testing/issues'
import { sendRaw } from '@/rigs/draft-canary/send'
import { memoryOf } from '@/rigs/process-memory'
import { type Random, seededRandom } from '@/rigs/random'
import type { Rig } from '@/rigs/rig'
import { type Served, serveBuilt } from '@/rigs/serve'
import { readAll } from '@/rigs/stopped-database/reader'
import { rigActor } from '@/rigs/workers/tasks'
import { badRequest } from './requests'
import { openSlowClients } from './slow-clients'

const sizes = {
  full: { requests: 10_000, queries: 10_000, slow: 500, readings: 500 },
  short: { requests: 300, queries: 300, slow: 100, readings: 100 },
}
const AT_ONCE = 8
const SLOW_FOR_MS = 3_000
const MOST_MB = 350
/** A reading may take so much longer beside slow clients, in ms at the median. */
const MOST_SLOWED_MS = 10
const ROUNDS = 3

async function inParallel(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0
  const workers = Array.from({ length: AT_ONCE }, async () => {
    while (next < count) await work(next++)
  })
  await Promise.all(workers)
}

/** What each page says, by its tag, to a reader who asks plainly. */
async function tagsOf({ origin }: Served, paths: string[], cookie?: string): Promise<string> {
  const headers = cookie ? { cookie } : {}
  const answers = await Promise.all(paths.map((path) => fetch(`${origin}${path}`, { headers })))
  return answers.map(({ status, headers: got }) => `${status} ${got.get('etag')}`).join('\n')
}

async function sendBad(served: Served, paths: string[], count: number, random: Random): Promise<string[]> {
  const breaches: string[] = []
  await inParallel(count, async () => {
    const request = badRequest(random, paths)
    const { status, head, bytes } = await sendRaw(served.port, request)
    const what = `${request.method} ${request.target.slice(0, 80)} ${JSON.stringify(request.headers).slice(0, 200)}`
    if (status >= 500) breaches.push(`${status} for ${what}`)
    if (bytes.includes('evil.example') && request.method !== 'TRACE') breaches.push(`an echo for ${what}`)
    if (/^set-cookie:/im.test(head)) breaches.push(`a cookie for ${what}`)
  })
  return breaches
}

/** Queries that nobody asked for before, on pages that have none. */
async function sendQueries({ origin }: Served, paths: string[], count: number): Promise<string[]> {
  const breaches: string[] = []
  await inParallel(count, async (index) => {
    const path = paths[index % paths.length]
    const response = await fetch(`${origin}${path}?utm_source=${index}&x=${'y'.repeat(index % 500)}`)
    await response.arrayBuffer()
    if (response.status !== 200) breaches.push(`${response.status} for ${path} with query ${index}`)
  })
  return breaches
}

/** How long a reading takes, at the median and at the 99th percentile, in ms. */
async function timeReadings({ origin }: Served, path: string, count: number) {
  const times: number[] = []
  for (let index = 0; index < count; index += 1) {
    const started = performance.now()
    await (await fetch(`${origin}${path}`)).arrayBuffer()
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}

/** The round with the lowest median: slow clients slow each of them, whatever else the machine does only some. */
async function bestOf(rounds: number, read: () => ReturnType<typeof timeReadings>) {
  let best = await read()
  for (let round = 1; round < rounds; round += 1) {
    const next = await read()
    if (next.p50 < best.p50) best = next
  }
  return best
}

async function readBesideSlowClients(
  served: Served,
  path: string,
  { slow, readings }: (typeof sizes)['full'],
) {
  const alone = await timeReadings(served, path, readings)
  const end = openSlowClients(served.port, path, slow)
  await wait(SLOW_FOR_MS)
  const beside = await bestOf(ROUNDS, () => timeReadings(served, path, readings)).finally(end)
  const slowed = beside.p50 - alone.p50
  const breaches = slowed > MOST_SLOWED_MS ? [`slow clients cost other readers ${slowed.toFixed(1)} ms`] : []
  return { alone, beside, breaches }
}

export const badInput: Rig = {
  name: 'bad input',
  bar: `${sizes.full.requests} malformed requests, ${sizes.full.queries} made-up queries, ${sizes.full.slow} clients of a byte a second: no 500, nothing kept of them, under ${MOST_MB} MB, no other reader slowed`,
  run: async ({ full }) => {
    const size = full ? sizes.full : sizes.short
    await makePublication()
    for (const headline of ['First', 'Second', 'Third']) {
      const { id } = await makeDraft([headline])
      await publishIssue(rigActor, { commandId: randomUUID(), id })
    }
    const served = await serveBuilt()
    try {
      const paths = (await readAll(served.origin)).filter((path) => !path.startsWith('/_next/'))
      const before = await tagsOf(served, paths)
      const breaches = await sendBad(served, paths, size.requests, seededRandom(size.requests))
      breaches.push(...(await sendQueries(served, paths, size.queries)))
      const slow = await readBesideSlowClients(served, '/', size)
      breaches.push(...slow.breaches)
      if ((await tagsOf(served, paths)) !== before) breaches.push('the requests changed what readers get')
      if ((await tagsOf(served, paths, await served.editorCookie())) !== before)
        breaches.push('a session changes what readers get')
      const memory = memoryOf(served.pid)
      if (memory !== null && memory > MOST_MB) breaches.push(`the server takes ${memory} MB`)
      const times = [slow.alone, slow.beside].map(({ p50, p99 }) => `${p50.toFixed(1)} / ${p99.toFixed(1)}`)
      const figure = `${breaches.length} breaches; a reading ${times[0]} ms alone, ${times[1]} beside slow clients (p50 / p99); ${memory ?? '?'} MB`
      return { rounds: size.requests + size.queries, breaches, figure }
    } finally {
      await served.stop()
    }
  },
}
