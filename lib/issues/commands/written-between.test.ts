import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { loadDraft } from '@/lib/issues/queries'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { addItem } from './add-item'
import { moveItem } from './move-item'
import { saveItem } from './save-item'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const commandId = () => randomUUID()

it('is what stood beside an item when words that point at others were saved, wherever it goes', async () => {
  const { id, sectionId, items } = await makeDraft(['A', 'B', 'C'])
  const [a = '', b = '', c = ''] = items
  const written = async () => (await loadDraft(tester, id)).writtenBetween
  const save = (version: number, fields: object) =>
    saveItem(tester, { commandId: commandId(), id: b, version, fields })
  expect(await written()).toEqual({})
  await save(0, { blurb: 'Speaking of tides.' })
  const between = { [b]: { above: a, below: c } }
  expect(await written()).toEqual(between)
  await moveItem(tester, { commandId: commandId(), id: b, sectionId, place: {} })
  await save(1, { headline: 'Bee' })
  expect(await written()).toEqual(between)
  await save(2, { blurb: 'Speaking of them.' })
  expect(await written()).toEqual({ [b]: { above: c, below: null } })
  await save(3, { blurb: 'Tides.' })
  expect(await written()).toEqual({})
  const added = randomUUID()
  const fields = { kind: 'note' as const, blurb: 'Another project from Mara.' }
  await addItem(tester, { commandId: commandId(), id: added, sectionId, fields, place: { after: a } })
  expect(await written()).toEqual({ [added]: { above: a, below: c } })
})
