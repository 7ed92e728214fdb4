import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { closeDb, db } from '@/lib/db/db'
import { migrateDatabase } from '@/lib/db/migrate'
import { env, setEnv } from '@/lib/env/env'
import { joinEmbeddedPostgres } from '@/lib/postgres/embedded'
import { makeDraft, makePublication } from '@/lib/testing/issues'
import { type Random, seededRandom } from '@/rigs/random'
import type { Rig } from '@/rigs/rig'
import { startWorkers, type Worker } from '@/rigs/workers/pool'
import { startCuttingProxy } from './cutting-proxy'
import { type Fault, faults, inflict, type Target } from './faults'
import { type Chain, writeChain } from './save-chain'

const sizes = { full: 100, short: faults.length }
const WRITERS = 4
const SAVES = 5
const MOST_DELAY_MS = 15

/** The database's own word, once it has one to give. */
export async function insist<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask()
    } catch (error) {
      if (attempt === 200) throw error
      await wait(100)
    }
  }
}

/** What the rows say of a chain, against what its writer was told. */
async function judgeChain(chain: Chain): Promise<string[]> {
  const item = await db().item.findUniqueOrThrow({ where: { id: chain.itemId } })
  const audits = await db().auditEvent.count({ where: { subjectId: chain.itemId, action: 'save-item' } })
  const saves = chain.written.length
  return [
    ...chain.breaches,
    ...(item.version < saves ? [`acknowledged saves lost: version ${item.version} after ${saves}`] : []),
    ...(item.version > saves || audits > saves
      ? [`applied twice: ${audits} audit rows of ${saves} saves`]
      : []),
    ...(item.headline === chain.written.at(-1) ? [] : [`the row says “${item.headline}”`]),
  ]
}

async function strike(fault: Fault, target: Target, worker: Worker, random: Random) {
  const { items } = await insist(() =>
    makeDraft(Array.from({ length: WRITERS }, (_, index) => `Item ${index}`)),
  )
  const moment = 1 + random.below(WRITERS * (SAVES - 2))
  let told = 0
  let striking: Promise<void> | null = null
  const onTold = () => {
    told += 1
    if (told === moment) striking = wait(random.below(MOST_DELAY_MS)).then(() => inflict(fault, target))
  }
  const chains = await Promise.all(items.map((id) => writeChain(worker, id, SAVES, onTold)))
  await striking
  const judged = await insist(() => Promise.all(chains.map(judgeChain)))
  return { breaches: judged.flat(), retries: chains.reduce((sum, chain) => sum + chain.retries, 0) }
}

async function strikeAll(rounds: number, target: Target) {
  const through = new URL(target.url)
  through.port = String(target.proxy.port)
  const { workers, stop } = await startWorkers(1, WRITERS, through.href)
  const breaches: string[] = []
  let retries = 0
  try {
    const worker = workers[0] as Worker
    for (let round = 0; round < rounds; round += 1) {
      const fault = faults[round % faults.length] as Fault
      const result = await strike(fault, target, worker, seededRandom(round))
      retries += result.retries
      breaches.push(...result.breaches.map((breach) => `round ${round}, ${fault}: ${breach}`))
      if (!worker.isAlive()) return { breaches: [...breaches, `the process ended after ${fault}`], retries }
    }
    return { breaches, retries }
  } finally {
    await stop()
  }
}

/** Runs `work` with a PostgreSQL of its own, which can be stopped without harm to anybody. */
export async function withOwnServer<T>(work: (target: Target) => Promise<T>): Promise<T> {
  const before = env()
  const dataDir = await mkdtemp(join(tmpdir(), 'gleaner-faults-'))
  const embedded = await joinEmbeddedPostgres(dataDir)
  const proxy = await startCuttingProxy(Number(new URL(embedded.url).port))
  try {
    await closeDb()
    setEnv({ DATABASE_URL: embedded.url, DIRECT_DATABASE_URL: embedded.url })
    await migrateDatabase(embedded.url)
    return await work({ dataDir, url: embedded.url, proxy })
  } finally {
    await closeDb()
    await proxy.close()
    await embedded.leave()
    await rm(dataDir, { recursive: true, force: true })
    setEnv({ DATABASE_URL: before.DATABASE_URL, DIRECT_DATABASE_URL: before.DIRECT_DATABASE_URL })
  }
}

export const databaseFaults: Rig = {
  name: 'database faults',
  bar: `Postgres restarted, crashed, killed, connections cut before and after COMMIT, ${sizes.full} times: no acknowledged save lost, none applied twice, the process stays up`,
  run: async ({ full }) => {
    const rounds = full ? sizes.full : sizes.short
    return withOwnServer(async (target) => {
      await makePublication()
      const { breaches, retries } = await strikeAll(rounds, target)
      const cuts = target.proxy.cuts()
      if (retries < rounds / 2) breaches.push(`only ${retries} saves met a fault, so little was tried`)
      const figure = `${rounds * WRITERS * SAVES} saves, ${cuts} cut at COMMIT, ${retries} retries under the same id`
      return { rounds, breaches, figure }
    })
  },
}
