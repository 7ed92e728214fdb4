import { beforeEach, expect, test } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { jobHandlers } from '@/lib/jobs/registry'
import { readReport } from '@/lib/reports/queries'
import { makePublication, tester } from '@/lib/testing/issues'
import { click, makeRanSlot } from '@/lib/testing/ran-slot'
import { testDatabase } from '@/lib/testing/test-database'
import { takeSnapshots } from './take-snapshots'

const database = testDatabase()
const at = (instant: string) => setClock(() => new Date(instant))
beforeEach(async () => {
  await database.empty()
  await makePublication()
  at('2027-03-07T20:00:00Z')
})

const figures = async (slotId: string) =>
  (await readReport(tester, slotId)).snapshots.map(({ snapshot, isIntact }) => [
    snapshot.day,
    snapshot.until,
    snapshot.clicks.verified,
    isIntact,
  ])

test('a report is kept once its day is over, once, however often the job runs', async () => {
  const ran = await makeRanSlot()
  await click(ran, 5)
  at('2027-03-08T23:59:00Z')
  await click(ran, 3)
  expect(await takeSnapshots()).toBe(0)
  at('2027-03-09T00:40:00Z')
  await click(ran, 90)
  expect(await takeSnapshots()).toBe(1)
  const taken = await Promise.all([
    takeSnapshots(),
    takeSnapshots(),
    jobHandlers['take-report-snapshots']({}),
  ])
  expect(taken.slice(0, 2)).toEqual([0, 0])
  expect(await figures(ran.slotId)).toEqual([[1, '2027-03-08', 8, true]])
})

test('taken weeks late, it says what it would have said', async () => {
  const ran = await makeRanSlot()
  const days = {
    '2027-03-07': 1,
    '2027-03-14': 10,
    '2027-03-15': 100,
    '2027-04-06': 1_000,
    '2027-04-07': 10_000,
  }
  for (const [day, count] of Object.entries(days)) await click(ran, count, 'verified', day)
  at('2027-06-01T00:00:00Z')
  const counts = await Promise.all([takeSnapshots(), takeSnapshots()])
  expect(counts[0] + counts[1]).toBe(3)
  expect(await figures(ran.slotId)).toEqual([
    [1, '2027-03-08', 1, true],
    [7, '2027-03-14', 11, true],
    [30, '2027-04-06', 1_111, true],
  ])
  const { snapshots } = await readReport(ran.sponsor.contact, ran.slotId)
  const { hash } = await db().edition.findFirstOrThrow()
  expect(snapshots[0]?.snapshot).toMatchObject({ company: 'Acme', edition: { edition: 1, hash } })
})

test('what is kept can’t be changed, and what doesn’t fit its hash is seen', async () => {
  const ran = await makeRanSlot()
  at('2027-03-10T00:00:00Z')
  await takeSnapshots()
  for (const statement of [
    `UPDATE "ReportSnapshot" SET "json" = jsonb_set("json", '{clicks,verified}', '99')`,
    `DELETE FROM "ReportSnapshot"`,
  ])
    await expect(pgPool().query(statement)).rejects.toThrow('immutable')
  await pgPool().query(`ALTER TABLE "ReportSnapshot" DISABLE TRIGGER "ReportSnapshot_immutable"`)
  await pgPool().query(`UPDATE "ReportSnapshot" SET "json" = jsonb_set("json", '{clicks,verified}', '99')`)
  await pgPool().query(`ALTER TABLE "ReportSnapshot" ENABLE TRIGGER "ReportSnapshot_immutable"`)
  expect(await figures(ran.slotId)).toEqual([[1, '2027-03-08', 99, false]])
})
