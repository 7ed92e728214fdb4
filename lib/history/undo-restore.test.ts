import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { addItem } from '@/lib/issues/commands/add-item'
import { moveItem } from '@/lib/issues/commands/move-item'
import { removeItem } from '@/lib/issues/commands/remove-item'
import { saveItem } from '@/lib/issues/commands/save-item'
import { loadDraftIn } from '@/lib/issues/load-draft'
import { findWandering } from '@/lib/preflight/wandering'
import { makePerson } from '@/lib/testing/actors'
import { linkFields, makeDraft, makePublication } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { restoreDraft } from './commands/restore-draft'
import { loadDraftHistory } from './draft-versions'
import { restoreDraftSchema } from './schema'

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

async function save(actor: Actor, index: number, fields: object) {
  const { version } = await db().item.findUniqueOrThrow({ where: { id: item(index) } })
  await saveItem(actor, { ...call(), id: item(index), version, fields })
}
/** Ada goes back behind what was done last. */
async function goBack() {
  const [latest] = (await loadDraftHistory(ada, issue.id)).versions
  const { undo } = await restoreDraft(ada, { ...call(), issueId: issue.id, before: latest?.from ?? 0 })
  if (!undo) throw new Error('The restore changed nothing')
  return () => restoreDraft(ada, { ...call(), issueId: issue.id, undo })
}
async function said() {
  const draft = await loadDraftIn(db(), issue.id)
  return (draft?.sections ?? []).flatMap(({ items }) =>
    items.map(({ headline, blurb }) => `${headline}: ${blurb}`),
  )
}

test('takes back what the restore changed, and leaves what others wrote since', async () => {
  await save(bob, 0, { headline: 'Ebb' })
  await removeItem(bob, { ...call(), id: item(1) })
  const undo = await goBack()
  await save(bob, 2, { blurb: 'Meanwhile.' })
  await save(bob, 0, { blurb: 'Meanwhile, too.' })
  await addItem(bob, {
    ...call(),
    id: randomUUID(),
    sectionId: issue.sectionId,
    place: {},
    fields: linkFields('Fourth'),
  })
  await undo()
  expect(await said()).toEqual(['Ebb: Meanwhile, too.', 'Third: Meanwhile.', 'Fourth: About Fourth.'])
})

test('puts words together that the restore and others changed in one text', async () => {
  await save(bob, 0, { blurb: 'The tide comes in at noon and stays for long.' })
  await save(ada, 0, { blurb: 'The tide comes in at night and stays for long.' })
  const undo = await goBack()
  await save(bob, 0, { blurb: 'The tide comes in at noon and stays for days.' })
  await undo()
  expect((await said())[0]).toBe('First: The tide comes in at night and stays for days.')
})

test('brings words about a neighbour back beside it, or leaves them gone from it as they were', async () => {
  const wandered = async () => {
    const draft = await loadDraftIn(db(), issue.id)
    return (draft ? findWandering(draft) : []).map(({ message }) => message)
  }
  const moveUp = () =>
    moveItem(bob, { ...call(), id: item(2), sectionId: issue.sectionId, place: { after: item(0) } })
  await save(bob, 2, { blurb: 'Speaking of tides.' })
  await save(ada, 2, { blurb: 'Nothing of that.' })
  const changed = (await loadDraftHistory(ada, issue.id)).versions[0]
  await moveUp()
  expect(await wandered()).toEqual([])
  await restoreDraft(ada, { ...call(), issueId: issue.id, before: changed?.from ?? 0 })
  expect(await said()).toEqual(['First: About First.', 'Second: About Second.', 'Third: Speaking of tides.'])
  expect(await wandered()).toEqual([])
  await moveUp()
  expect(await wandered()).toHaveLength(1)
  await removeItem(ada, { ...call(), id: item(2) })
  await goBack()
  expect(await wandered()).toHaveLength(1)
})

test('leaves what the restore didn’t change, whatever lines stand around it', async () => {
  await save(bob, 2, { blurb: '\nThe tide.\n\n' })
  await save(ada, 0, { headline: 'Ebb' })
  const undo = await goBack()
  await save(bob, 2, { blurb: 'Nothing of that.' })
  await undo()
  expect(await said()).toEqual(['Ebb: About First.', 'Second: About Second.', 'Third: Nothing of that.'])
})

test('leaves an order that others made since, where the restore moved nothing', async () => {
  await save(bob, 0, { headline: 'Ebb' })
  const undo = await goBack()
  await moveItem(bob, { ...call(), id: item(2), sectionId: issue.sectionId, place: { after: null } })
  await undo()
  expect((await said()).map((each) => each.split(':')[0])).toEqual(['Third', 'Ebb', 'Second'])
})

test('is refused, and changes nothing, where others have written in the same words since', async () => {
  await save(bob, 0, { headline: 'Ebb' })
  const undo = await goBack()
  await save(bob, 0, { headline: 'Flood' })
  const before = await said()
  await expect(undo()).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/“Flood” \(Headline\)/),
  })
  expect(await said()).toEqual(before)
})

test('is refused where others wrote in what it would remove, or arranged what the restore had arranged', async () => {
  await removeItem(bob, { ...call(), id: item(1) })
  const removing = await goBack()
  await save(bob, 1, { blurb: 'Here again.' })
  await expect(removing()).rejects.toMatchObject({ code: 'conflict' })
  const first = { sectionId: issue.sectionId, place: { after: null } }
  await moveItem(bob, { ...call(), id: item(2), ...first })
  const moving = await goBack()
  await moveItem(bob, { ...call(), id: item(1), ...first })
  await expect(moving()).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringMatching(/order/),
  })
})

test('is a change like any other, and is undone in turn', async () => {
  await save(bob, 0, { headline: 'Ebb' })
  const undo = await goBack()
  const again = (await undo()).undo
  expect((await said())[0]).toBe('Ebb: About First.')
  if (!again) throw new Error('The undo changed nothing')
  await restoreDraft(ada, { ...call(), issueId: issue.id, undo: again })
  expect((await said())[0]).toBe('First: About First.')
  expect(restoreDraftSchema.safeParse({ ...call(), undo: { from: 9, to: 3 } }).success).toBe(false)
})
