import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db, transaction } from '@/lib/db/db'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { untilWaiting } from '@/lib/testing/waiting'
import { moveItem } from './move-item'
import { removeItem } from './remove-item'
import { saveItem } from './save-item'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})
const commandId = () => randomUUID()

/** Has `act` wait for the row while the item moves to the issue's first section. */
async function duringMove<T>(act: (itemId: string) => Promise<T>): Promise<{ result: T; itemId: string }> {
  const { id, items } = await makeDraft(['A'])
  const itemId = items[0] ?? ''
  const target = await db().section.findFirstOrThrow({ where: { issueId: id, title: 'Articles' } })
  const place = { after: null }
  const acting = await transaction(async (tx) => {
    await moveItem(tester, { commandId: commandId(), id: itemId, sectionId: target.id, place }, tx)
    const waiting = act(itemId)
    await untilWaiting(1)
    return { waiting }
  })
  const result = await acting.waiting
  expect(await db().item.findUniqueOrThrow({ where: { id: itemId } })).toMatchObject({ sectionId: target.id })
  return { result, itemId }
}

test('a save that waits for a move to another section is saved there', async () => {
  const fields = { headline: 'A2' }
  const { result, itemId } = await duringMove((id) =>
    saveItem(tester, { commandId: commandId(), id, version: 0, fields }),
  )
  expect(result.version).toBe(1)
  expect(await db().item.findUniqueOrThrow({ where: { id: itemId } })).toMatchObject(fields)
})
test('so is a removal', async () => {
  const { result } = await duringMove((id) => removeItem(tester, { commandId: commandId(), id }))
  expect(result.removalId).toEqual(expect.any(String))
})
