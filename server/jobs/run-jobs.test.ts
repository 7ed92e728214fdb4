import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pgPool } from '@/lib/db/pool'
import { enqueue, OTHER_SITES } from '@/lib/queue/enqueue'
import { testDatabase } from '@/lib/testing/test-database'
import { type Jobs, runJobs } from './run-jobs'

const job = { run: (): Promise<void> => Promise.resolve() }
const options = { handlers: { 'sweep-schedules': () => job.run() }, patienceMs: 10 }

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

  it('at once, without a word, is run by the next one', async () => {
    await enqueue(null, 'sweep-schedules', {}, { queue: OTHER_SITES })
    for (const table of ['_private_jobs', '_private_job_queues'])
      await pgPool().query(`UPDATE graphile_worker.${table} SET locked_at = now(), locked_by = 'gone'`)
    let runs = 0
    const both = new Promise<void>((done) => {
      job.run = async () => {
        runs += 1
        if (runs === 2) done()
      }
    })
    jobs = await runJobs(options)
    // Workers look for jobs when one is added.
    await enqueue(null, 'sweep-schedules', {})
    await both
  })

  it('is left alone while workers of another process live', async () => {
    await enqueue(null, 'sweep-schedules', {}, { queue: OTHER_SITES })
    for (const table of ['_private_jobs', '_private_job_queues'])
      await pgPool().query(`UPDATE graphile_worker.${table} SET locked_at = now(), locked_by = 'other'`)
    const other = await pgPool().connect()
    try {
      await other.query(`SET application_name = 'gleaner-jobs:other'`)
      jobs = await runJobs(options)
      expect(await locks()).toEqual([{ job: true, queue: true }])
    } finally {
      other.release(true)
    }
  })
})
