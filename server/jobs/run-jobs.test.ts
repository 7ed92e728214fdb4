import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pgPool } from '@/lib/db/pool'
import { enqueue, OTHER_SITES } from '@/lib/queue/enqueue'
import { testDatabase } from '@/lib/testing/test-database'
import { type Jobs, runJobs } from './run-jobs'

const job = { run: (): Promise<void> => Promise.resolve() }
const options = { handlers: { 'sweep-schedules': () => job.run() }, patienceMs: 10, lookMs: 100 }

const database = testDatabase()
let jobs: Jobs | null = null
let end: () => void = () => undefined
beforeEach(database.empty)
afterEach(async () => {
  end()
  await jobs?.stop()
})

/** A handler that runs until `end`; resolves once it runs. */
function holding(): Promise<void> {
  return new Promise((begun) => {
    job.run = () => {
      begun()
      return new Promise((ended) => {
        end = ended
      })
    }
  })
}

const locks = async () =>
  (
    await pgPool().query(
      `SELECT job.locked_at IS NOT NULL AS job, queue.locked_at IS NOT NULL AS queue FROM graphile_worker._private_jobs job
       JOIN graphile_worker._private_job_queues queue ON queue.id = job.job_queue_id`,
    )
  ).rows

const heldBy = async () =>
  (
    await pgPool().query(
      `SELECT locked_by AS name FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL ORDER BY 1`,
    )
  ).rows.map(({ name }) => name)

async function lockAs(name: string): Promise<void> {
  for (const table of ['_private_jobs', '_private_job_queues'])
    await pgPool().query(`UPDATE graphile_worker.${table} SET locked_at = now(), locked_by = $1`, [name])
}

/** The jobs that nobody holds are held in the name of a process that is gone. */
const holdAsGone = () =>
  pgPool().query(
    `UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'gleaner-jobs:gone' WHERE locked_by IS NULL`,
  )

describe('a job whose process ends', () => {
  it('is given back where it takes too long, so that its queue goes on', async () => {
    const begun = holding()
    await enqueue(null, 'sweep-schedules', {}, { queue: OTHER_SITES })
    jobs = await runJobs(options)
    await begun
    expect(await locks()).toEqual([{ job: true, queue: true }])
    await jobs.stop()
    expect(jobs.running()).toBe(false)
    expect(await locks()).toEqual([{ job: false, queue: false }])
  })

  it('at once, without a word, is run by others, also by those that were there before', async () => {
    let runs = 0
    const both = new Promise<void>((done) => {
      job.run = async () => {
        runs += 1
        if (runs === 2) done()
      }
    })
    jobs = await runJobs(options)
    await enqueue(null, 'sweep-schedules', {}, { queue: OTHER_SITES, runAt: new Date(Date.now() + 60_000) })
    await lockAs('gleaner-jobs:gone')
    await pgPool().query(`UPDATE graphile_worker._private_jobs SET run_at = now()`)
    await expect.poll(locks).toEqual([{ job: false, queue: false }])
    // Workers look for jobs when one is added.
    await enqueue(null, 'sweep-schedules', {})
    await both
  })

  it('is left alone while the workers that hold it live, whoever else came and went', async () => {
    await enqueue(null, 'sweep-schedules', {}, { queue: OTHER_SITES })
    await lockAs('gleaner-jobs:other')
    const living = await pgPool().connect()
    try {
      await living.query(`SET application_name = 'gleaner-jobs:other'`)
      jobs = await runJobs(options)
      // Looked at again and again, as that of somebody who is gone shows.
      await enqueue(null, 'sweep-schedules', {}, { queue: 'a', runAt: new Date(Date.now() + 60_000) })
      await holdAsGone()
      await expect.poll(heldBy).toEqual(['gleaner-jobs:other'])
      expect(await locks()).toContainEqual({ job: true, queue: true })
    } finally {
      living.release(true)
    }
    await expect.poll(heldBy).toEqual([])
  })

  it('is kept by the workers that are at it while their connections are cut', async () => {
    const begun = holding()
    await enqueue(null, 'sweep-schedules', {})
    jobs = await runJobs(options)
    await begun
    const [own] = await heldBy()
    await enqueue(null, 'sweep-schedules', {}, { queue: 'a', runAt: new Date(Date.now() + 60_000) })
    const cutAndLook = async () => {
      await pgPool().query(
        `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = $1 AND state = 'idle'`,
        [own],
      )
      return heldBy()
    }
    // They are cut while it is looked who is gone, as a job of somebody who is gone shows; more than once.
    for (let time = 0; time < 3; time += 1) {
      await holdAsGone()
      await expect.poll(cutAndLook).toEqual([own])
    }
    // It never ends: what would note that has no connection to count on.
    end = () => undefined
  })
})
