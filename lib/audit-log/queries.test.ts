import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { pgPool } from '@/lib/db/pool'
import { saveItem } from '@/lib/issues/commands/save-item'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { readAuditLog } from './queries'
import { auditFilterSchema } from './schema'

const database = testDatabase()
let ada: Actor & { id: string }
let owner: Actor
beforeEach(async () => {
  await database.empty()
  await makePublication()
  ada = await makePerson('EDITOR', { name: 'Ada' })
  owner = await makePerson('OWNER')
})
const read = (filter: object = {}, actor: Actor = owner) =>
  readAuditLog(actor, auditFilterSchema.parse(filter), 'America/New_York')
const actions = async (filter: object, actor?: Actor) =>
  (await read(filter, actor)).rows.map(({ action }) => action)

test('who did what to what is told, latest first, and narrowed by each', async () => {
  const one = await makeDraft(['First'])
  const other = await makeDraft(['Else'])
  await saveItem(ada, {
    commandId: randomUUID(),
    id: one.items[0] ?? '',
    version: 0,
    fields: { headline: 'Ebb' },
  })
  const [latest] = (await read()).rows
  expect(latest).toMatchObject({ who: 'Ada', action: 'save-item', name: 'Ebb', fields: ['headline'] })
  expect(latest?.path).toContain(`/admin/issues/${one.id}/versions?row=`)
  expect(await actions({ who: ada.id })).toEqual(['save-item'])
  expect(await actions({ who: 'system', what: 'add-item' })).toEqual(['add-item', 'add-item'])
  expect(await actions({ issue: one.id })).toEqual(['save-item', 'add-item', 'add-section', 'open-issue'])
  expect((await actions({ issue: other.id })).length).toBe(3)
})
test('days are those of the publication’s zone', async () => {
  await makeDraft([])
  await pgPool().query(`UPDATE "AuditEvent" SET "at" = '2026-03-02T03:00:00Z'`)
  expect((await actions({ from: '2026-03-01', to: '2026-03-01' })).length).toBeGreaterThan(0)
  expect(await actions({ from: '2026-03-02' })).toEqual([])
  expect(await actions({ to: '2026-02-28' })).toEqual([])
})
test('pages go on where the one before ended, also among events of one moment', async () => {
  await makeDraft(Array.from({ length: 70 }, (_, index) => `Item ${index}`))
  await pgPool().query(`UPDATE "AuditEvent" SET "at" = '2026-03-02T03:00:00Z'`)
  const first = await read()
  const second = await read({ after: first.next })
  expect(first.rows).toHaveLength(50)
  expect(second.next).toBeNull()
  const ids = [...first.rows, ...second.rows].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThan(70)
})
test('accounts and sessions are the owner’s to see; strangers see nothing; odd filters mean none', async () => {
  await pgPool().query(
    `INSERT INTO "AuditEvent" ("id", "actorName", "action", "subject") VALUES ($1, 'x', 'invite', 'person')`,
    [randomUUID()],
  )
  expect(await actions({})).toEqual(['invite'])
  expect(await actions({}, ada)).toEqual([])
  expect((await read({}, ada)).actions).toEqual([])
  await expect(read({}, await makePerson('SPONSOR'))).rejects.toMatchObject({ code: 'not_found' })
  expect(await actions({ who: 'me', from: 'soon', after: "'" })).toEqual(['invite'])
})
