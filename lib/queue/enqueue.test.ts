import { beforeEach, describe, expect, it } from 'vitest'
import { transaction } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { testDatabase } from '@/lib/testing/test-database'
import { enqueue } from './enqueue'
import { isJobWaiting } from './take-back'

const database = testDatabase()
beforeEach(database.empty)

async function waitingJobs() {
  const { rows } = await pgPool().query('SELECT task_identifier, key, run_at FROM graphile_worker.jobs')
  return rows
}

describe('enqueue', () => {
  it('adds a job', async () => {
    await enqueue(null, 'sweep-schedules', {})
    expect(await waitingJobs()).toMatchObject([{ task_identifier: 'sweep-schedules' }])
  })

  it('adds none when the transaction fails', async () => {
    const failing = transaction(async (tx) => {
      await enqueue(tx, 'sweep-schedules', {})
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await waitingJobs()).toEqual([])
  })

  it('keeps one waiting job for a key, at the later time', async () => {
    const runAt = new Date('2030-01-01T00:00:00Z')
    await enqueue(null, 'sweep-schedules', {}, { key: 'once' })
    await enqueue(null, 'sweep-schedules', {}, { key: 'once', runAt })
    expect(await waitingJobs()).toMatchObject([{ key: 'once', run_at: runAt }])
  })

  it('tells of a job that waits, and not of one that failed for good', async () => {
    await enqueue(null, 'sweep-schedules', {}, { key: 'once' })
    expect(await transaction((tx) => isJobWaiting(tx, 'once'))).toBe(true)
    await pgPool().query(
      `SELECT graphile_worker.permanently_fail_jobs(ARRAY(SELECT id FROM graphile_worker.jobs), 'no')`,
    )
    expect(await transaction((tx) => isJobWaiting(tx, 'once'))).toBe(false)
  })

  it('refuses a payload that the job does not know', async () => {
    const wrong = { issueId: 'x' } as unknown as Record<string, never>
    await expect(enqueue(null, 'sweep-schedules', wrong)).rejects.toThrow()
  })
})
