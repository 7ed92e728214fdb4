import { afterEach, beforeEach, expect, test } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { type JobPayload, jobSchemas } from '@/lib/queue/schema'
import { checkLanding } from '@/lib/sponsors/commands/check-landing'
import { makePublication } from '@/lib/testing/issues'
import { startSite } from '@/lib/testing/local-site'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication({ zone: 'UTC' })
})
afterEach(() => setClock(null))

/** The job that waits; it is taken. */
async function nextJob(): Promise<JobPayload<'check-landing'> | undefined> {
  const { rows } = await pgPool().query(
    `SELECT private.payload FROM graphile_worker.jobs job JOIN graphile_worker._private_jobs private USING (id)
     WHERE job.task_identifier = 'check-landing'`,
  )
  await pgPool().query('DELETE FROM graphile_worker._private_jobs')
  return rows[0] && jobSchemas['check-landing'].parse(rows[0].payload)
}

test('a check leaves what it has no time for to a job of its own, which goes on there', async () => {
  const asked: string[] = []
  const site = await startSite(({ url }, response) => {
    asked.push(url ?? '')
    response.end('Welcome')
  })
  const at = (path: string) => `http://acme.test:${site.port}${path}`
  const { id: sponsorId, contact } = await makeSponsor()
  const { id: slotId } = await makeSlot(sponsorId, await makePlacement(), { date: '2026-11-27' })
  await sendCopy(contact, slotId, { url: at('/offer'), text: `See [a](${at('/a')}) and [b](${at('/b')}).` })
  const options = { network: site.network, pauseMs: 1 }
  // As another day's check left them: they are looked at again.
  setClock(() => new Date('2026-11-24T08:00:00Z'))
  await checkLanding({ slotId }, { ...options, enoughMs: 60_000 })
  await nextJob()
  setClock(() => new Date('2026-11-25T08:00:00Z'))
  await checkLanding({ slotId }, { ...options, enoughMs: 0 })
  const counts: number[] = []
  for (let job = await nextJob(); job; job = await nextJob()) {
    expect(job).toEqual({ slotId, since: '2026-11-25T08:00:00.000Z' })
    counts.push(await db().landingCheck.count())
    await checkLanding(job, { ...options, enoughMs: 0 })
  }
  expect(counts).toEqual([4, 5])
  expect(asked.slice(3).toSorted()).toEqual(['/a', '/b', '/offer'])
  await site.close()
})
