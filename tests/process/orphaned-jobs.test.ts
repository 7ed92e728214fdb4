import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setEnv } from '@/lib/env/env'
import { type EmbeddedDatabase, joinEmbeddedPostgres } from '@/lib/postgres/embedded'
import { freePort, launch, processesOf, removeInstallation } from './program'

let dataDir: string
let embedded: EmbeddedDatabase
let client: pg.Client

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'gleaner-orphans-'))
  chmodSync(dataDir, 0o711)
  setEnv({ DATA_DIR: dataDir })
})
afterAll(async () => {
  await client?.end()
  await embedded?.leave()
  removeInstallation(dataDir)
})

/** A server on the one database, beside others. */
async function startServer() {
  const port = await freePort()
  const program = launch(['start'], { env: { DATA_DIR: dataDir, PORT: String(port) } })
  await program.ready()
  return program
}
const servers = () => processesOf(dataDir).filter((line) => line.includes('scripts/start.mjs'))

async function query(text: string) {
  return (await client.query(text)).rows
}
const jobs = () =>
  query(`SELECT task.identifier AS name, job.locked_by IS NOT NULL AS held FROM graphile_worker._private_jobs job
    JOIN graphile_worker._private_tasks task ON task.id = job.task_id WHERE job.key = 'orphan'`)

it('servers that are killed and start together finish what those before them had begun', {
  timeout: 300_000,
}, async () => {
  await startServer()
  embedded = await joinEmbeddedPostgres(dataDir)
  client = new pg.Client({ connectionString: embedded.url })
  await client.connect()
  await startServer()
  expect(servers()).toHaveLength(2)

  // A job in a queue that can't end: what it is about is locked.
  await query(`BEGIN`)
  await query(`LOCK TABLE "Slot" IN ACCESS EXCLUSIVE MODE`)
  const adding = new pg.Client({ connectionString: embedded.url })
  await adding.connect()
  await adding.query(
    `SELECT graphile_worker.add_job('sweep-landing-pages', '{}', queue_name => 'orphans', job_key => 'orphan')`,
  )
  await adding.end()
  await expect.poll(jobs, { timeout: 30_000 }).toEqual([{ name: 'sweep-landing-pages', held: true }])

  for (const line of servers()) process.kill(Number(line.split(' ')[0]), 'SIGKILL')
  await expect.poll(servers, { timeout: 30_000 }).toEqual([])
  await query(`ROLLBACK`)
  await expect.poll(jobs, { timeout: 30_000 }).toEqual([{ name: 'sweep-landing-pages', held: true }])

  // Each is there before the other can have looked.
  await Promise.all([startServer(), startServer()])
  await expect.poll(jobs, { timeout: 60_000, interval: 500 }).toEqual([])
})
