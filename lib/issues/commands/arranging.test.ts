import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db, transaction } from '@/lib/db/db'
import { loadDraftIn } from '@/lib/issues/load-draft'
import { makePerson } from '@/lib/testing/actors'
import { linkFields, makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { untilWaiting } from '@/lib/testing/waiting'
import { addItem } from './add-item'
import { addSection } from './add-section'
import { moveItem } from './move-item'
import { moveSection } from './move-section'
import { removeItem, restoreItem } from './remove-item'
import { removeSection, restoreSection } from './remove-section'
import { saveItem } from './save-item'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})
const commandId = () => randomUUID()
const headlines = async (issueId: string, sectionId: string) => {
  const draft = await loadDraftIn(db(), issueId)
  return draft?.sections.find((section) => section.id === sectionId)?.items.map((item) => item.headline)
}

describe('moving', () => {
  test('an item goes where its neighbours say, and versions stay', async () => {
    const { id, sectionId, items } = await makeDraft(['A', 'B', 'C'])
    const [a, , c] = items as [string, string, string]
    const { order } = await moveItem(tester, {
      commandId: commandId(),
      id: c,
      sectionId,
      place: { after: a },
    })
    expect(order).toEqual([a, c, items[1]])
    expect(await headlines(id, sectionId)).toEqual(['A', 'C', 'B'])
    expect(await db().item.findMany({ where: { version: { not: 0 } } })).toEqual([])
  })
  test('an item takes those tied to it along, into another section of the issue', async () => {
    const { id, sectionId, items } = await makeDraft(['A', 'B', 'C'])
    const [a, b] = items as [string, string]
    await saveItem(tester, { commandId: commandId(), id: b, version: 0, fields: { tied: true } })
    const other = await db().section.findFirstOrThrow({ where: { issueId: id, title: 'Articles' } })
    await moveItem(tester, { commandId: commandId(), id: a, sectionId: other.id, place: {} })
    expect(await headlines(id, other.id)).toEqual(['A', 'B'])
    expect(await headlines(id, sectionId)).toEqual(['C'])
  })
  test('not into another issue, and not by a sponsor', async () => {
    const one = await makeDraft()
    const two = await makeDraft()
    const input = { commandId: commandId(), id: one.items[0] ?? '', sectionId: two.sectionId, place: {} }
    await expect(moveItem(tester, input)).rejects.toMatchObject({ code: 'not_found' })
    const sponsor = await makePerson('SPONSOR')
    const own = { ...input, commandId: commandId(), sectionId: one.sectionId }
    await expect(moveItem(sponsor, own)).rejects.toMatchObject({ code: 'not_found' })
  })
  test('many moves at once leave every item once, in some order', async () => {
    const { id, sectionId, items } = await makeDraft(['A', 'B', 'C', 'D', 'E', 'F'])
    const moves = Array.from({ length: 24 }, (_, index) => {
      const item = items[index % 6] ?? ''
      const after = items[(index * 7 + 1) % 6] ?? null
      return moveItem(tester, { commandId: commandId(), id: item, sectionId, place: { after } })
    })
    await Promise.all(moves)
    expect((await headlines(id, sectionId))?.sort()).toEqual(['A', 'B', 'C', 'D', 'E', 'F'])
  })
  test('a group that is put where it stands stays there', async () => {
    const { sectionId, items } = await makeDraft(['A', 'C', 'D'])
    const [a, c, d] = items as [string, string, string]
    await saveItem(tester, { commandId: commandId(), id: c, version: 0, fields: { tied: true } })
    const b = randomUUID()
    const place = { after: a }
    const fields = { ...linkFields('B'), tied: true }
    await addItem(tester, { commandId: commandId(), id: b, sectionId, fields, place })
    await saveItem(tester, { commandId: commandId(), id: b, version: 0, fields: { tied: false } })
    const { order } = await moveItem(tester, { commandId: commandId(), id: b, sectionId, place })
    expect(order).toEqual([a, b, c, d])
  })
  test('a section moves to where another one is just being added', async () => {
    const { id, sectionId } = await makeDraft([])
    const first = await db().section.findFirstOrThrow({
      where: { issueId: id },
      orderBy: { position: 'asc' },
    })
    const place = { after: first.id }
    const added = { commandId: commandId(), id: randomUUID(), issueId: id, title: 'New', place } as const
    const moved = await transaction(async (tx) => {
      await addSection(tester, { ...added, layout: 'articles' }, tx)
      const moving = moveSection(tester, { commandId: commandId(), id: sectionId, place })
      await untilWaiting(1)
      return { moving }
    })
    expect((await moved.moving).order.slice(0, 3)).toEqual([first.id, sectionId, added.id])
  })
  test('a section goes first', async () => {
    const { id, sectionId } = await makeDraft()
    const { order } = await moveSection(tester, {
      commandId: commandId(),
      id: sectionId,
      place: { after: null },
    })
    expect(order[0]).toBe(sectionId)
    expect((await loadDraftIn(db(), id))?.sections[0]?.title).toBe('Links')
  })
})

describe('removing and taking it back', () => {
  test('an item returns with its content to its place, or beside whoever took it', async () => {
    const { id, sectionId, items } = await makeDraft(['A', 'B', 'C'])
    const b = items[1] ?? ''
    const { removalId } = await removeItem(tester, { commandId: commandId(), id: b })
    expect(await headlines(id, sectionId)).toEqual(['A', 'C'])
    const between = { commandId: commandId(), id: randomUUID(), sectionId, fields: linkFields('X') }
    await addItem(tester, { ...between, place: { after: items[0] ?? null } })
    const { item } = await restoreItem(tester, { commandId: commandId(), id: b, removalId })
    expect(item).toMatchObject({ headline: 'B', version: 1 })
    expect(new Set(await headlines(id, sectionId))).toEqual(new Set(['A', 'B', 'X', 'C']))
    expect((await headlines(id, sectionId))?.at(-1)).toBe('C')
  })
  test('a section’s undo restores just what that removal took', async () => {
    const { id, sectionId, items } = await makeDraft(['A', 'B', 'C'])
    await removeItem(tester, { commandId: commandId(), id: items[0] ?? '' })
    const { removalId } = await removeSection(tester, { commandId: commandId(), id: sectionId })
    expect(await headlines(id, sectionId)).toBeUndefined()
    await expect(
      saveItem(tester, { commandId: commandId(), id: items[1] ?? '', version: 0, fields: { headline: 'x' } }),
    ).rejects.toMatchObject({ code: 'removed' })
    const { section } = await restoreSection(tester, { commandId: commandId(), id: sectionId, removalId })
    expect(section.items.map((item) => item.headline)).toEqual(['B', 'C'])
  })
})
