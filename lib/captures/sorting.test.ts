import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { removeItem } from '@/lib/issues/commands/remove-item'
import { saveItem } from '@/lib/issues/commands/save-item'
import { makeCapture } from '@/lib/testing/captures'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { placeCaptures } from './commands/place-captures'
import { returnItem } from './commands/return-item'
import { saveCapture } from './commands/save-capture'
import { discardCaptures, postponeCaptures, reopenCaptures } from './commands/sort-captures'
import { undoMove } from './commands/undo-move'
import { listCaptures, openDrafts } from './queries'
import { type CaptureFilter, captureFilterSchema } from './schema'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})
afterEach(() => setClock(null))

const call = () => ({ commandId: randomUUID() })
const filter = (fields: Partial<CaptureFilter> = {}) => captureFilterSchema.parse(fields)
const inView = async (view: CaptureFilter['view'], fields: Partial<CaptureFilter> = {}) =>
  (await listCaptures(tester, filter({ view, ...fields }))).rows.map(({ id }) => id)
const stored = (id: string) => db().capture.findUniqueOrThrow({ where: { id } })
const undo = (moveId: string) => undoMove(tester, { ...call(), moveId })

async function place(id: string, sectionId: string) {
  const itemId = randomUUID()
  const placed = await placeCaptures(tester, { ...call(), sectionId, place: {}, captures: [{ id, itemId }] })
  return { ...placed, itemId }
}

describe('placing', () => {
  it('makes an item of it: title, address as written, quote and note, via', async () => {
    const { id: issueId, sectionId } = await makeDraft(['First'])
    const url = 'http://www.example.org/Page?utm_source=x'
    const id = await makeCapture({
      url,
      title: 'A page',
      quote: 'One.\n\nTwo.',
      note: 'Look.',
      via: '@reader',
    })
    const { itemId, moveId } = await place(id, sectionId)
    expect(await db().item.findUniqueOrThrow({ where: { id: itemId } })).toMatchObject({
      sectionId,
      kind: 'link',
      headline: 'A page',
      url,
      blurb: '> One.\n>\n> Two.\n\nLook.',
      credit: '@reader',
    })
    expect(await inView('inbox')).toEqual([])
    const [row] = (await listCaptures(tester, filter({ view: 'placed' }))).rows
    expect(row).toMatchObject({ id, placed: { issueId, isThere: true } })
    expect(await undo(moveId)).toMatchObject({ undone: [id], restored: null })
    expect(await inView('inbox')).toEqual([id])
    expect((await db().item.findUniqueOrThrow({ where: { id: itemId } })).removedAt).not.toBeNull()
  })

  it('keeps the order of several, and puts them back together', async () => {
    const { sectionId, items } = await makeDraft(['First', 'Second'])
    const ids = [await makeCapture(), await makeCapture(), await makeCapture()]
    const captures = ids.map((id) => ({ id, itemId: randomUUID() }))
    const between = { after: items[0] ?? null }
    const { moveId } = await placeCaptures(tester, { ...call(), sectionId, place: between, captures })
    const order = await db().item.findMany({
      where: { sectionId, removedAt: null },
      orderBy: { position: 'asc' },
    })
    expect(order.map(({ id }) => id)).toEqual([items[0], ...captures.map(({ itemId }) => itemId), items[1]])
    expect((await undo(moveId)).undone.sort()).toEqual([...ids].sort())
    expect(await db().item.count({ where: { sectionId, removedAt: null } })).toBe(2)
  })

  it('by two people at once makes one item', async () => {
    const { sectionId } = await makeDraft([])
    const id = await makeCapture()
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => place(id, sectionId)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db().item.count()).toBe(1)
    const [refused] = tries.filter((tried) => tried.status === 'rejected')
    expect(refused?.reason).toMatchObject({ code: 'wrong_state' })
  })

  it('undone takes along what was written in the item meanwhile, and placed again it is the same', async () => {
    const { sectionId } = await makeDraft([])
    const id = await makeCapture({ quote: 'Quoted.', note: 'Noted.' })
    const { itemId, moveId } = await place(id, sectionId)
    const written = {
      headline: 'Better',
      blurb: 'Mine.',
      byline: 'Kim',
      disclosure: 'My employer.',
      topics: ['dns'],
    }
    await saveItem(tester, { ...call(), id: itemId, version: 0, fields: written })
    await undo(moveId)
    expect(await stored(id)).toMatchObject({ title: 'Better', quote: '', note: 'Mine.', version: 1 })
    const stale = saveCapture(tester, { ...call(), id, version: 0, fields: { note: 'From before.' } })
    await expect(stale).rejects.toMatchObject({ code: 'conflict' })
    const again = await place(id, sectionId)
    expect(await db().item.findUniqueOrThrow({ where: { id: again.itemId } })).toMatchObject(written)
  })

  it('undone after the item was removed by hand gives the capture back all the same', async () => {
    const { sectionId } = await makeDraft([])
    const id = await makeCapture()
    const { itemId, moveId } = await place(id, sectionId)
    await removeItem(tester, { ...call(), id: itemId })
    const [row] = (await listCaptures(tester, filter({ view: 'placed' }))).rows
    expect(row?.placed?.isThere).toBe(false)
    const back = await reopenCaptures(tester, { ...call(), ids: [id] })
    expect(await inView('inbox')).toEqual([id])
    await undo(back.moveId)
    await undo(moveId)
    expect(await inView('inbox')).toEqual([id])
    const again = await place(id, sectionId)
    const standing = reopenCaptures(tester, { ...call(), ids: [id] })
    await expect(standing).rejects.toMatchObject({ code: 'wrong_state' })
    expect(await stored(id)).toMatchObject({ state: 'PLACED', itemId: again.itemId })
  })

  it('by somebody else leaves no words unseen: what is written in it then is refused, until it is loose again', async () => {
    const { sectionId } = await makeDraft([])
    const id = await makeCapture()
    const { itemId } = await place(id, sectionId)
    const save = () => saveCapture(tester, { ...call(), id, version: 0, fields: { note: 'Mine.' } })
    await expect(save()).rejects.toMatchObject({
      code: 'wrong_state',
      message: expect.stringContaining('placed in “Tide Table Issue #1” meanwhile'),
    })
    expect(await stored(id)).toMatchObject({ note: '', version: 0 })
    await removeItem(tester, { ...call(), id: itemId })
    await expect(save()).resolves.toMatchObject({ version: 1 })
  })

  it('is not undone where readers have the issue', async () => {
    const { id: issueId, sectionId } = await makeDraft([])
    const { moveId } = await place(await makeCapture(), sectionId)
    await db().issue.update({ where: { id: issueId }, data: { state: 'PUBLISHED' } })
    await expect(undo(moveId)).rejects.toMatchObject({ code: 'wrong_state' })
  })

  it('says where it goes: drafts and scheduled issues with their sections', async () => {
    const { id, sectionId } = await makeDraft([])
    const [draft] = await openDrafts(tester)
    expect(draft).toMatchObject({ id, state: 'DRAFT', number: 1 })
    expect(draft?.sections.map((section) => section.title)).toEqual(['Articles', 'Outages', 'Links'])
    expect(draft?.sections.at(-1)?.id).toBe(sectionId)
  })
})

describe('an item taken back into the inbox', () => {
  it('is the capture it came from, on top; undo puts it where it was', async () => {
    const { sectionId } = await makeDraft(['First'])
    const id = await makeCapture({ note: 'Noted.' })
    const newer = await makeCapture()
    const { itemId } = await place(id, sectionId)
    const { moveId } = await returnItem(tester, { ...call(), itemId, asBefore: false })
    expect(await inView('inbox')).toEqual([id, newer])
    expect(await stored(id)).toMatchObject({ note: 'Noted.', itemId: null, issueId: null })
    const { restored } = await undo(moveId)
    expect(restored).toMatchObject({ sectionId, item: { id: itemId } })
    expect(await stored(id)).toMatchObject({ state: 'PLACED', itemId })
  })

  it('as before stands again where it stood, put off or far down; undo places it again', async () => {
    setClock(() => new Date('2026-11-25T12:00:00Z'))
    const { sectionId } = await makeDraft(['First'])
    const id = await makeCapture()
    setClock(() => new Date('2026-11-25T12:01:00Z'))
    const newer = await makeCapture()
    const off = await makeCapture()
    await postponeCaptures(tester, { ...call(), ids: [off], until: '2026-12-01' })
    const [one, two] = [await place(id, sectionId), await place(off, sectionId)]
    const back = (itemId: string) => returnItem(tester, { ...call(), itemId, asBefore: true })
    const { moveId } = await back(one.itemId)
    await back(two.itemId)
    expect(await inView('inbox')).toEqual([newer, id])
    expect(await inView('later')).toEqual([off])
    expect((await undo(moveId)).restored).toMatchObject({ item: { id: one.itemId } })
    expect(await stored(id)).toMatchObject({ state: 'PLACED', itemId: one.itemId })
    await back(one.itemId)
    expect(await inView('inbox')).toEqual([newer, id])
  })

  it('that was written by hand becomes a capture; undone, it is its item again', async () => {
    const { items } = await makeDraft(['First'])
    const [itemId = ''] = items
    const { moveId, moved } = await returnItem(tester, { ...call(), itemId, asBefore: false })
    const [id = ''] = moved
    expect(await inView('inbox')).toEqual([id])
    expect(await stored(id)).toMatchObject({
      title: 'First',
      note: 'About First.',
      url: 'https://example.org/First',
    })
    await undo(moveId)
    expect(await db().item.count({ where: { removedAt: null } })).toBe(1)
    expect(await inView('inbox')).toEqual([])
    expect(await stored(id)).toMatchObject({ state: 'PLACED', itemId })
  })

  it('needs an address', async () => {
    const { items } = await makeDraft(['First'])
    const [itemId = ''] = items
    await db().item.update({ where: { id: itemId }, data: { url: '' } })
    await expect(returnItem(tester, { ...call(), itemId, asBefore: false })).rejects.toMatchObject({
      code: 'invalid',
    })
    expect(await db().capture.count()).toBe(0)
    expect(await db().item.count({ where: { removedAt: null } })).toBe(1)
  })
})

describe('putting off and discarding', () => {
  it('hides it until its day in the publication’s zone, and then shows it on top', async () => {
    setClock(() => new Date('2026-11-25T12:00:00Z'))
    const id = await makeCapture()
    const other = await makeCapture()
    const { moveId } = await postponeCaptures(tester, { ...call(), ids: [id], until: '2026-12-01' })
    expect(await inView('inbox')).toEqual([other])
    expect(await inView('later')).toEqual([id])
    setClock(() => new Date('2026-12-01T04:59:00Z'))
    expect(await inView('inbox')).toEqual([other])
    setClock(() => new Date('2026-12-01T05:00:00Z'))
    expect(await inView('inbox')).toEqual([id, other])
    expect(await inView('later')).toEqual([])
    await undo(moveId)
    expect(await inView('inbox')).toEqual([other, id])
  })

  it('takes no day that has come', async () => {
    setClock(() => new Date('2026-11-26T03:00:00Z'))
    const ids = [await makeCapture()]
    const put = (until: string) => postponeCaptures(tester, { ...call(), ids, until })
    await expect(put('2026-11-25')).rejects.toMatchObject({
      code: 'invalid',
      fields: { until: expect.any(String) },
    })
    await expect(put('2026-11-26')).resolves.toMatchObject({ moved: ids })
  })

  it('discards several at once, undoes them at once, and brings back by hand', async () => {
    const ids = [await makeCapture(), await makeCapture()]
    const { moveId } = await discardCaptures(tester, { ...call(), ids })
    expect((await inView('discarded')).sort()).toEqual([...ids].sort())
    await undo(moveId)
    expect((await inView('inbox')).sort()).toEqual([...ids].sort())
    await discardCaptures(tester, { ...call(), ids })
    await reopenCaptures(tester, { ...call(), ids: ids.slice(0, 1) })
    expect(await inView('inbox')).toEqual(ids.slice(0, 1))
  })

  it('undoes one step after the other, and not what was moved on since', async () => {
    const [id, other] = [await makeCapture(), await makeCapture()]
    const first = await discardCaptures(tester, { ...call(), ids: [id, other] })
    const second = await postponeCaptures(tester, { ...call(), ids: [id], until: '2099-01-01' })
    expect((await undo(first.moveId)).undone).toEqual([other])
    await expect(undo(first.moveId)).rejects.toMatchObject({ code: 'wrong_state' })
    await undo(second.moveId)
    expect(await stored(id)).toMatchObject({ state: 'DISCARDED', laterUntil: null })
    expect((await undo(first.moveId)).undone).toEqual([id])
    await expect(undo(randomUUID())).rejects.toMatchObject({ code: 'not_found' })
  })
})
