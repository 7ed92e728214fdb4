import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { makePerson } from '@/lib/testing/actors'
import { makeCapture } from '@/lib/testing/captures'
import { makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { addList } from './commands/add-list'
import { bringCapture } from './commands/bring-capture'
import { returnItem } from './commands/return-item'
import { saveCapture } from './commands/save-capture'
import { discardCaptures, postponeCaptures } from './commands/sort-captures'
import { undoMove } from './commands/undo-move'
import { listCaptures, openDrafts } from './queries'
import { bareCapture, type CaptureFilter, captureFilterSchema } from './schema'

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

describe('a list', () => {
  it('brings what can be taken, in its order, and says what was wrong with the rest', async () => {
    const robin = await makePerson('EDITOR')
    const text = 'https://example.org/1\nhhttps://example.org\nhttps://example.org/2 — worth it'
    const { added, problems } = await addList(robin, { ...call(), text })
    expect(problems).toMatchObject([{ line: 2, text: 'hhttps://example.org' }])
    const { rows, counts } = await listCaptures(tester, filter())
    expect(rows.map(({ id }) => id)).toEqual(added)
    expect(rows).toMatchObject([
      { url: 'https://example.org/1', by: 'Robin', source: 'STUDIO', state: 'NEW' },
      { url: 'https://example.org/2', note: 'worth it' },
    ])
    expect(counts).toEqual({ inbox: 2, feeds: 0, later: 0, placed: 0, discarded: 0 })
  })

  it('does not take again what waits already, unless more is said of it', async () => {
    const url = 'https://example.org/known'
    await makeCapture({ url, title: 'Known' })
    const again = await addList(tester, {
      ...call(),
      text: `${url}\n${url}\nhttps://example.org/new\nhttps://example.org/new`,
    })
    expect(again).toMatchObject({
      added: [expect.any(String)],
      known: [{ url, title: 'Known', laterUntil: null }],
    })
    const otherwise = 'http://www.example.org/known/?utm_source=x'
    expect(await addList(tester, { ...call(), text: otherwise })).toMatchObject({
      added: [],
      known: [{ url }],
    })
    await postponeCaptures(tester, { ...call(), ids: await inView('inbox', { q: url }), until: '2099-01-02' })
    expect(await addList(tester, { ...call(), text: url })).toMatchObject({
      known: [{ url, laterUntil: '2099-01-02' }],
    })
    const more = await addList(tester, { ...call(), text: `${url} read this` })
    expect(more).toMatchObject({ added: [expect.any(String)], known: [] })
  })

  it('pasted twice with what is said of each is one row each, and what says more is another', async () => {
    const text =
      '- [Tides](https://example.org/1): worth it\n  > Twice a day.\n- https://example.org/2 — read this'
    const { added } = await addList(tester, { ...call(), text })
    expect(added).toHaveLength(2)
    expect(await addList(tester, { ...call(), text })).toMatchObject({ added: [], known: { length: 2 } })
    expect(
      await addList(tester, { ...call(), text: 'https://example.org/2 at once\nhttps://example.org/2' }),
    ).toMatchObject({
      added: { length: 1 },
      known: [],
    })
    expect(await db().capture.count()).toBe(3)
  })

  it('takes into the inbox what only a feed has brought', async () => {
    const url = 'https://example.org/aside'
    await makeCapture({ url, source: 'FEED' })
    const other = 'https://example.org/aside-too'
    await makeCapture({ url: other, source: 'FEED' })
    await db().capture.updateMany({ data: { isAside: true } })
    expect(await addList(tester, { ...call(), text: url })).toMatchObject({ known: [] })
    const capture = { ...bareCapture(other), source: 'API' as const }
    expect(await bringCapture(tester, { capture })).toMatchObject({ isNew: true })
    expect(await bringCapture(tester, { capture })).toMatchObject({ isNew: false })
    const { rows } = await listCaptures(tester, filter())
    expect(rows.map((row) => row.url)).toEqual([other, url])
  })

  it('takes addresses of more bytes than an index holds', async () => {
    // As good as random, which no index can pack.
    const letters = Array.from({ length: 2000 }, (_, at) =>
      String.fromCharCode(0x4e00 + ((at * 7919 + at * at * 31) % 20_000)),
    ).join('')
    const long = `https://example.org/${letters}`
    const text = `${long}\nhttps://${letters.slice(0, 1000)}.example/`
    expect(await addList(tester, { ...call(), text })).toMatchObject({ problems: [], added: { length: 2 } })
    expect(await addList(tester, { ...call(), text: long })).toMatchObject({
      added: [],
      known: [{ url: long }],
    })
  })

  it('sent twice is one', async () => {
    const input = { ...call(), text: 'https://example.org/1' }
    expect(await addList(tester, input)).toEqual(await addList(tester, input))
    expect(await db().capture.count()).toBe(1)
  })

  it('of more than can be taken at once is refused whole', async () => {
    const text = Array.from({ length: 501 }, (_, index) => `https://example.org/${index}`).join('\n')
    await expect(addList(tester, { ...call(), text })).rejects.toMatchObject({ code: 'too_large' })
    expect(await db().capture.count()).toBe(0)
  })
})

it('a call that is repeated with the same words brings nothing new, one that says more does', async () => {
  const capture = {
    ...bareCapture('https://example.org/1'),
    note: 'Read it.',
    via: 'Kim',
    source: 'API' as const,
  }
  const first = await bringCapture(tester, { capture })
  expect(first).toMatchObject({ isNew: true })
  const otherwise = { ...capture, url: 'http://www.example.org/1/?utm_source=x' }
  expect(await bringCapture(tester, { capture: otherwise })).toEqual({ id: first.id, isNew: false })
  expect(await bringCapture(tester, { capture: { ...capture, note: 'At once.' } })).toMatchObject({
    isNew: true,
  })
  expect(await bringCapture(tester, { capture })).toEqual({ id: first.id, isNew: false })
})

describe('the list', () => {
  it('finds words and sources, and shows 250 in pages without a gap', async () => {
    setClock(() => new Date('2026-11-25T12:00:00Z'))
    const text = Array.from({ length: 250 }, (_, index) => `https://example.org/${index}`).join('\n')
    const { added } = await addList(tester, { ...call(), text })
    const seen: string[] = []
    let after: string | null = null
    do {
      const page = await listCaptures(tester, filter({ after }))
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next
    } while (after)
    expect(seen).toEqual(added)
    const found = await makeCapture({ note: '100% sure', source: 'API' })
    expect(await inView('inbox', { q: '0% S' })).toEqual([found])
    expect(await inView('inbox', { source: 'API' })).toEqual([found])
    expect(await inView('inbox', { q: '%' })).toEqual([found])
  })

  it('is for those of the studio alone', async () => {
    const sponsor = await makePerson('SPONSOR')
    const id = await makeCapture()
    const forbidden = { code: 'forbidden' }
    await expect(listCaptures(sponsor, filter())).rejects.toMatchObject(forbidden)
    await expect(openDrafts(sponsor)).rejects.toMatchObject(forbidden)
    await expect(addList(sponsor, { ...call(), text: '' })).rejects.toMatchObject(forbidden)
    await expect(discardCaptures(sponsor, { ...call(), ids: [id] })).rejects.toMatchObject(forbidden)
    await expect(undoMove(sponsor, { ...call(), moveId: randomUUID() })).rejects.toMatchObject(forbidden)
    await expect(
      returnItem(sponsor, { ...call(), itemId: randomUUID(), asBefore: false }),
    ).rejects.toMatchObject(forbidden)
    await expect(saveCapture(sponsor, { ...call(), id, version: 0, fields: {} })).rejects.toMatchObject(
      forbidden,
    )
  })
})
