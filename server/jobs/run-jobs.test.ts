import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { pgPool } from '@/lib/db/pool'
import { enqueue, OTHER_SITES } from '@/lib/queue/enqueue'
import { testDatabase } from '@/lib/testing/test-database'
import { runJobs } from './run-jobs'

const job = vi.hoisted(() => {
  let begin: () => void = () => undefined
  let end: () => void = () => undefined
  const begun = new Promise<void>((done) => {
    begin = done
  })
  const ended = new Promise<void>((done) => {
    end = done
  })
  return { begun, ended, begin: () => begin(), end: () => end() }
})
vi.mock('@/lib/jobs/registry', () => ({
  crontab: '',
  jobHandlers: {
    'sweep-schedules': () => {
      job.begin()
      return job.ended
    },
  },
}))

const database = testDatabase()
beforeEach(database.empty)
afterEach(job.end)

it('gives back a job that doesn’t end in time, so that its queue goes on', async () => {
  await enqueue(null, 'sweep-schedules', {}, { queue: OTHER_SITES })
  const jobs = await runJobs({ patienceMs: 10 })
  await job.begun
  await jobs.stop()
  expect(jobs.running()).toBe(false)
  const { rows } = await pgPool().query(
    'SELECT job.locked_at, queue.locked_at AS queue FROM graphile_worker._private_jobs job JOIN graphile_worker._private_job_queues queue ON queue.id = job.job_queue_id',
  )
  expect(rows).toEqual([{ locked_at: null, queue: null }])
})
