import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { saveIssue } from '@/lib/issues/commands/save-issue'
import { saveItem } from '@/lib/issues/commands/save-item'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { publishDue } from './publish-due'
import { publishIssue } from './publish-issue'
import { scheduleIssue, unscheduleIssue } from './schedule-issue'

const database = testDatabase()
const at = (instant: string) => setClock(() => new Date(instant))
const commandId = () => randomUUID()
const schedule = (id: string, wall: string) => scheduleIssue(tester, { commandId: commandId(), id, wall })
const stateOf = async (id: string) => db().issue.findUniqueOrThrow({ where: { id } })
const mails = async () => {
  const rows = await db().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'send-mail'`
  return Number(rows[0]?.count)
}

beforeEach(async () => {
  await database.empty()
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`
  await makePublication()
  at('2026-03-01T12:00:00Z')
})
afterEach(() => setClock(null))

test('an issue goes out at its time with what was saved before it, once', async () => {
  const { id, items } = await makeDraft(['A'])
  expect(await schedule(id, '2026-03-01T20:00')).toMatchObject({ scheduledAt: '2026-03-02T01:00:00.000Z' })
  await saveItem(tester, {
    commandId: commandId(),
    id: items[0] ?? '',
    version: 0,
    fields: { headline: 'Late' },
  })
  at('2026-03-02T00:59:59Z')
  expect((await publishDue()).published).toEqual([])
  at('2026-03-02T01:00:00Z')
  const sweeps = await Promise.all([publishDue(), publishDue(), publishDue()])
  expect(sweeps.flatMap((sweep) => sweep.published)).toEqual([id])
  const edition = await db().edition.findFirstOrThrow({ where: { issueId: id } })
  expect(JSON.stringify(edition.document)).toContain('Late')
  expect((await publishDue()).published).toEqual([])
})
test('a process that was down publishes when it is back', async () => {
  const { id } = await makeDraft(['A'])
  await schedule(id, '2026-03-01T20:00')
  await makePerson('EDITOR')
  at('2026-03-05T00:00:00Z')
  expect((await publishDue()).published).toEqual([id])
  // More than an hour late: somebody should know.
  expect(await mails()).toBe(1)
  expect((await publishDue()).published).toEqual([])
  expect(await mails()).toBe(1)
})
test('a blocker warns a day ahead, then holds the issue, and each is mailed once', async () => {
  const editor = await makePerson('EDITOR')
  await makePerson('SPONSOR')
  const { id, items } = await makeDraft(['A'])
  await saveItem(tester, { commandId: commandId(), id: items[0] ?? '', version: 0, fields: { headline: '' } })
  await schedule(id, '2026-03-03T20:00')
  expect((await publishDue()).warned).toEqual([])
  at('2026-03-03T12:00:00Z')
  expect((await publishDue()).warned).toEqual([id])
  expect((await publishDue()).warned).toEqual([])
  expect(await mails()).toBe(1)
  at('2026-03-04T01:00:30Z')
  expect((await publishDue()).held).toEqual([id])
  expect((await publishDue()).held).toEqual([])
  expect(await mails()).toBe(2)
  expect(await stateOf(id)).toMatchObject({
    state: 'SCHEDULED',
    heldReason: expect.stringContaining('headline'),
  })
  await saveItem(editor, {
    commandId: commandId(),
    id: items[0] ?? '',
    version: 1,
    fields: { headline: 'A' },
  })
  await schedule(id, '2026-03-03T22:00')
  at('2026-03-04T03:00:00Z')
  expect((await publishDue()).published).toEqual([id])
})
test('what would hold it besides is told of too, once nobody writes any more', async () => {
  await makePerson('EDITOR')
  const { id, items } = await makeDraft(['A', 'B'])
  const empty = (index: number) =>
    saveItem(tester, { commandId: commandId(), id: items[index] ?? '', version: 0, fields: { headline: '' } })
  const rest = () => db().$executeRaw`UPDATE "PastRow" SET "until" = "until" - interval '11 minutes'`
  await empty(0)
  await schedule(id, '2026-03-01T20:00')
  expect((await publishDue()).warned).toEqual([id])
  await empty(1)
  expect((await publishDue()).warned).toEqual([])
  await rest()
  expect((await publishDue()).warned).toEqual([id])
  const headline = { commandId: commandId(), id: items[0] ?? '', version: 1, fields: { headline: 'A' } }
  await saveItem(tester, headline)
  await rest()
  expect((await publishDue()).warned).toEqual([])
  expect(await mails()).toBe(2)
})
test('an issue that can’t go out keeps no other from its time', async () => {
  const old = await makeDraft(['Old'])
  await publishIssue(tester, { commandId: commandId(), id: old.id })
  await saveIssue(tester, { commandId: commandId(), id: old.id, version: 0, fields: { slug: 'elsewhere' } })
  const stuck = await makeDraft(['A'])
  const next = await makeDraft(['B'])
  await schedule(stuck.id, '2026-03-01T19:00')
  await schedule(next.id, '2026-03-01T20:00')
  // No command would do this: readers have another issue at that address.
  await db().issue.update({ where: { id: stuck.id }, data: { slug: old.slug } })
  at('2026-03-02T02:00:00Z')
  expect((await publishDue()).published).toEqual([next.id])
  await db().issue.update({ where: { id: stuck.id }, data: { slug: 'free-again' } })
  expect((await publishDue()).published).toEqual([stuck.id])
})
test('an issue with a title longer than any subject is held and told of', async () => {
  await makePerson('EDITOR')
  const { id, items } = await makeDraft(['A'])
  await saveItem(tester, { commandId: commandId(), id: items[0] ?? '', version: 0, fields: { headline: '' } })
  const title = 'Löwen😀'.repeat(120)
  await saveIssue(tester, { commandId: commandId(), id, version: 0, fields: { title } })
  await schedule(id, '2026-03-01T20:00')
  at('2026-03-02T02:00:00Z')
  expect((await publishDue()).held).toEqual([id])
  expect(await mails()).toBe(1)
})
test('an item whose name is cut at an emoji holds its issue', async () => {
  const { id, items } = await makeDraft(['A'])
  const fields = { headline: `${'x'.repeat(58)}😀😀😀`, url: 'nowhere' }
  await saveItem(tester, { commandId: commandId(), id: items[0] ?? '', version: 0, fields })
  await schedule(id, '2026-03-01T20:00')
  at('2026-03-02T02:00:00Z')
  expect((await publishDue()).held).toEqual([id])
  expect((await stateOf(id)).heldReason).toContain('😀…')
})
test('an unscheduled issue stays a draft', async () => {
  const { id } = await makeDraft(['A'])
  await schedule(id, '2026-03-01T20:00')
  await unscheduleIssue(tester, { commandId: commandId(), id })
  at('2026-03-03T00:00:00Z')
  expect((await publishDue()).published).toEqual([])
  expect(await stateOf(id)).toMatchObject({ state: 'DRAFT', scheduledAt: null })
})
test('the past and a skipped hour are refused at the field', async () => {
  const { id } = await makeDraft(['A'])
  await expect(schedule(id, '2026-02-01T20:00')).rejects.toMatchObject({
    fields: { wall: expect.any(String) },
  })
  await expect(schedule(id, '2026-03-08T02:30')).rejects.toMatchObject({
    fields: { wall: expect.any(String) },
  })
  expect(await schedule(id, '2026-11-01T01:30')).toMatchObject({ notice: expect.stringContaining('twice') })
})
