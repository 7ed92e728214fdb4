import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db, transaction } from '@/lib/db/db'
import { sendMail } from '@/lib/mail/send-mail'
import { publishDue } from '@/lib/publishing/commands/publish-due'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { scheduleIssue } from '@/lib/publishing/commands/schedule-issue'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { noticeRestore } from './commands/notice-restore'

const database = testDatabase()
const commandId = () => randomUUID()
const jobs = () => db().$queryRaw<{ task: string; payload: { subject: string } }[]>`
  SELECT tasks.identifier AS task, job.payload FROM graphile_worker._private_jobs job
  JOIN graphile_worker._private_tasks tasks ON tasks.id = job.task_id`
const subjects = async () =>
  (await jobs()).flatMap(({ task, payload }) => (task === 'send-mail' ? [payload.subject] : []))

/** What every restored dump does: the same rows, written by a transaction of its own. */
async function bringBack(): Promise<void> {
  await db().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<
      { writtenIn: string }[]
    >`DELETE FROM "Installation" RETURNING "writtenIn"`
    await tx.$executeRaw`INSERT INTO "Installation" ("writtenIn") VALUES (${row?.writtenIn}::text)`
  })
}

async function schedule(): Promise<string> {
  const { id } = await makeDraft(['Counting waves'])
  await scheduleIssue(tester, { commandId: commandId(), id, wall: '2026-03-01T20:00' })
  return id
}

let made: unknown
beforeAll(async () => {
  made = await db().$queryRaw`SELECT "writtenIn" = xmin::text AS "ours" FROM "Installation"`
})
beforeEach(async () => {
  await database.empty()
  await noticeRestore()
  await makePublication()
  setClock(() => new Date('2026-03-01T12:00:00Z'))
})
afterEach(() => setClock(null))

test('a database that the migrations have just made knows itself', () => {
  expect(made).toEqual([{ ours: true }])
})

test('what is scheduled goes out where nothing was brought back, whatever tidies the table', async () => {
  const id = await schedule()
  for (const tidying of ['VACUUM (FREEZE)', 'VACUUM (FULL)', 'REINDEX TABLE'])
    await db().$executeRawUnsafe(`${tidying} "Installation"`)
  await db().$executeRaw`CLUSTER "Installation" USING "Installation_pkey"`
  expect(await noticeRestore()).toBeNull()
  setClock(() => new Date('2026-03-02T01:00:00Z'))
  expect((await publishDue()).published).toEqual([id])
})

test('a copy that is brought back publishes nothing by itself, and mails nothing that it was about to', async () => {
  await makePerson('EDITOR')
  const id = await schedule()
  const mail = {
    id: randomUUID(),
    to: 'reader@example.org',
    subject: 'Sent long ago',
    text: 'Hello',
    html: 'Hello',
  }
  await transaction((tx) => sendMail(tx, mail))
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_by = 'gone', locked_at = now()`
  await bringBack()

  const both = await Promise.all([noticeRestore(), noticeRestore()])
  expect(both.filter(Boolean)).toEqual([{ held: [id], mails: 1 }])
  expect(await subjects()).toEqual(['The data was brought back from a copy'])
  setClock(() => new Date('2026-03-02T01:00:00Z'))
  expect(await publishDue()).toMatchObject({ published: [], held: [] })
  const { state, heldReason } = await db().issue.findUniqueOrThrow({ where: { id } })
  expect([state, heldReason]).toEqual(['SCHEDULED', expect.stringContaining('brought back from a copy')])
  expect(await db().auditEvent.count({ where: { action: 'hold-issue', subjectId: id } })).toBe(1)

  expect(await noticeRestore()).toBeNull()
  await publishIssue(tester, { commandId: commandId(), id })
  expect(await db().edition.count({ where: { issueId: id } })).toBe(1)
})

test('a time that is chosen after that is kept', async () => {
  const id = await schedule()
  await bringBack()
  await noticeRestore()
  await scheduleIssue(tester, { commandId: commandId(), id, wall: '2026-03-01T21:00' })
  setClock(() => new Date('2026-03-02T02:00:00Z'))
  expect((await publishDue()).published).toEqual([id])
})

test('nobody is written to where the copy was about to do nothing', async () => {
  await makePerson('EDITOR')
  await bringBack()
  expect(await noticeRestore()).toEqual({ held: [], mails: 0 })
  expect(await subjects()).toEqual([])
})
