import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { returnItem } from '@/lib/captures/commands/return-item'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { moveItem } from '@/lib/issues/commands/move-item'
import { removeItem } from '@/lib/issues/commands/remove-item'
import { removeSection } from '@/lib/issues/commands/remove-section'
import { saveIssue } from '@/lib/issues/commands/save-issue'
import { saveItem } from '@/lib/issues/commands/save-item'
import { loadDraftIn } from '@/lib/issues/load-draft'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { restoreDraft } from './commands/restore-draft'
import { thinPast } from './commands/thin-past'
import { compareVersions, loadDraftHistory } from './draft-versions'
import type { Changes } from './schema'

const database = testDatabase()
let ada: Actor
let bob: Actor
let issue: Awaited<ReturnType<typeof makeDraft>>
const call = () => ({ commandId: randomUUID() })
const item = (index: number) => issue.items[index] ?? ''

beforeEach(async () => {
  await database.empty()
  await makePublication()
  ;[ada, bob] = [await makePerson('EDITOR', { name: 'Ada' }), await makePerson('EDITOR', { name: 'Bob' })]
  issue = await makeDraft(['First', 'Second', 'Third'], ada)
})

const save = (actor: Actor, index: number, version: number, fields: object) =>
  saveItem(actor, { ...call(), id: item(index), version, fields })
const versions = async (row?: string) => (await loadDraftHistory(ada, issue.id, row)).versions
const restore = (before: number, row?: string) =>
  restoreDraft(ada, { ...call(), issueId: issue.id, before, ...(row ? { row } : {}) })
const undoing = (undo: Changes | null) =>
  restoreDraft(ada, { ...call(), issueId: issue.id, undo: undo ?? { from: 1, to: 0 } })
/** What a draft says, whatever the versions of its rows. */
async function said() {
  const draft = await loadDraftIn(db(), issue.id)
  return draft?.sections.map(({ version: _section, items, ...section }) => ({
    ...section,
    items: items.map(({ version: _item, ...content }) => content),
  }))
}

test('what one person did in one go is one version, with what it changed', async () => {
  await save(bob, 0, 0, { headline: 'Ebb' })
  await save(bob, 0, 1, { headline: 'Ebb tide' })
  await save(ada, 1, 0, { blurb: 'Flood.' })
  const [flood, ebb] = await versions()
  expect([flood, ebb]).toMatchObject([
    { who: 'Ada', rows: 1 },
    { who: 'Bob', rows: 1 },
  ])
  const changes = await compareVersions(ada, issue.id, ebb ?? { from: 0, to: 0 })
  expect(changes).toMatchObject([{ name: 'Ebb tide', change: 'changed', fields: [{ label: 'Headline' }] }])
  expect(await versions(item(0))).toHaveLength(2)
  expect((await versions(item(0)))[0]).toMatchObject({ who: 'Bob' })
})
test('a draft is restored whole: texts, order, what was removed and what came since; and that is undone', async () => {
  const before = await said()
  await save(bob, 0, 0, { headline: 'Ebb', topics: ['tides'] })
  await moveItem(bob, { ...call(), id: item(2), sectionId: issue.sectionId, place: { after: null } })
  await removeItem(bob, { ...call(), id: item(1) })
  await saveIssue(bob, { ...call(), id: issue.id, version: 0, fields: { title: 'Tides', slug: 'tides' } })
  const after = await said()
  const [latest] = await versions()
  const { undo } = await restore(latest?.from ?? 0)
  expect(await said()).toEqual(before)
  expect((await versions())[0]).toMatchObject({ who: 'Ada', ...undo })
  expect(await db().issue.findUnique({ where: { id: issue.id } })).toMatchObject({ slug: 'tides' })
  await undoing(undo)
  expect(await said()).toEqual(after)
  expect((await versions())[0]).toMatchObject({ who: 'Ada' })
})
test('a section that was removed comes back with its items', async () => {
  const before = await said()
  await removeSection(bob, { ...call(), id: issue.sectionId })
  await restore((await versions())[0]?.from ?? 0)
  expect(await said()).toEqual(before)
})
test('an item alone is restored, and the rest stays; one that was removed is back at its place', async () => {
  await save(bob, 0, 0, { headline: 'Ebb' })
  await save(bob, 1, 0, { headline: 'Flood' })
  await restore((await versions(item(0)))[0]?.from ?? 0, item(0))
  expect((await said())?.flatMap(({ items }) => items.map(({ headline }) => headline))).toEqual([
    'First',
    'Flood',
    'Third',
  ])
  await removeItem(ada, { ...call(), id: item(1) })
  await restore((await versions(item(1)))[0]?.from ?? 0, item(1))
  expect((await said())?.flatMap(({ items }) => items.map(({ headline }) => headline))).toEqual([
    'First',
    'Flood',
    'Third',
  ])
})
test('an item that had gone back to the inbox leaves it when a version brings it back, and undo returns it', async () => {
  const { moved } = await returnItem(bob, { ...call(), itemId: item(1), asBefore: false })
  const capture = () => db().capture.findUniqueOrThrow({ where: { id: moved[0] ?? '' } })
  expect(await capture()).toMatchObject({ state: 'NEW', itemId: null })
  const { undo } = await restore((await versions())[0]?.from ?? 0)
  expect(await capture()).toMatchObject({ state: 'PLACED', itemId: item(1), issueId: issue.id })
  await undoing(undo)
  expect(await capture()).toMatchObject({ state: 'NEW', itemId: null })
})
test('an item stored under other limits than today’s keeps no version from being read', async () => {
  await pgPool().query(`UPDATE "Item" SET "headline" = repeat('x', 100000) WHERE "id" = $1`, [item(2)])
  await save(bob, 0, 0, { headline: 'Ebb' })
  const ebb = (await versions(item(0)))[0] ?? { from: 0, to: 0 }
  expect(await compareVersions(ada, issue.id, ebb)).toMatchObject([{ name: 'Ebb' }])
  await restore(ebb.from, item(0))
  expect((await said())?.flatMap(({ items }) => items)[0]).toMatchObject({ headline: 'First' })
})
test('a save is refused to nobody by a restore: it raises versions like any change', async () => {
  await save(bob, 0, 0, { headline: 'Ebb' })
  await restore((await versions())[0]?.from ?? 0)
  await expect(save(bob, 0, 1, { headline: 'Ebb again' })).rejects.toMatchObject({ code: 'conflict' })
})
test('what comes with its issue keeps nothing, and strangers see nothing', async () => {
  await pgPool().query('DELETE FROM "PastRow"')
  const sponsor = await makePerson('SPONSOR')
  await expect(loadDraftHistory(sponsor, issue.id)).rejects.toMatchObject({ code: 'not_found' })
  await expect(compareVersions(sponsor, issue.id, { from: 0, to: 9 })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(restoreDraft(sponsor, { ...call(), issueId: issue.id, before: 0 })).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(await versions()).toEqual([])
})
test('long ago one version an hour is kept: what was when the hour began', async () => {
  const before = await said()
  for (const [version, headline] of ['Ebb', 'Flood', 'Slack'].entries())
    await save(bob, 0, version, { headline })
  await pgPool().query(`DELETE FROM "PastRow" WHERE "content" IS NULL`)
  await thinPast()
  expect(await versions(item(0))).toHaveLength(1)
  expect(await db().pastRow.count({ where: { rowId: item(0) } })).toBe(3)
  await pgPool().query(`UPDATE "PastRow" SET "until" = '2020-01-01T10:30:00Z'`)
  await thinPast()
  expect(await db().pastRow.count({ where: { rowId: item(0) } })).toBe(1)
  await restore((await versions(item(0)))[0]?.from ?? 0, item(0))
  expect(await said()).toEqual(before)
})
