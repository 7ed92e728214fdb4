import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/db/db'
import { makePerson } from '@/lib/testing/actors'
import { makeCapture } from '@/lib/testing/captures'
import { makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { keepCapture } from './commands/keep-capture'
import { saveCapture } from './commands/save-capture'
import { discardCaptures } from './commands/sort-captures'
import { bareCapture, type NewCapture } from './schema'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const url = 'https://example.org/tides'
const variant = 'http://www.example.org/tides/?utm_source=x'
const keep = (fields: Partial<NewCapture> = {}, commandId = randomUUID()) =>
  keepCapture(tester, { commandId, capture: { ...bareCapture(url), source: 'BOOKMARKLET', ...fields } })
const rows = () => db().capture.findMany({ orderBy: { capturedAt: 'asc' } })

it('a link that waits is not there twice, however its address is written', async () => {
  const first = await keep({ title: 'Tides' })
  expect(first).toMatchObject({ outcome: 'new', waiting: null })
  const again = await keep({ url: variant, title: 'Tides | Example' })
  expect(again).toMatchObject({ id: first.id, outcome: 'known', waiting: { title: 'Tides' }, undo: null })
  expect(await rows()).toMatchObject([{ url, title: 'Tides', version: 0 }])
})

it('what is new of it joins the words that are there, and undo brings back those', async () => {
  const id = await makeCapture({ url, quote: 'One.', via: 'Kim' })
  const texts = { url: variant, quote: 'Two.', note: 'For on-call.', via: 'news.example' }
  const kept = await keep(texts)
  expect(kept).toMatchObject({ id, outcome: 'joined' })
  const joined = { quote: 'One.\n\nTwo.', note: 'For on-call.', via: 'Kim, news.example', version: 1 }
  expect(await rows()).toMatchObject([joined])
  expect(await keep(texts)).toMatchObject({ id, outcome: 'known' })
  const undo = kept.undo ?? { version: 0, fields: {} }
  await saveCapture(tester, { commandId: randomUUID(), id, ...undo })
  expect(await rows()).toMatchObject([{ url, quote: 'One.', note: '', via: 'Kim' }])
})

it('sent twice joins once', async () => {
  await makeCapture({ url, note: 'One.' })
  const commandId = randomUUID()
  expect(await keep({ note: 'Two.' }, commandId)).toEqual(await keep({ note: 'Two.' }, commandId))
  expect(await rows()).toMatchObject([{ note: 'One.\n\nTwo.', version: 1 }])
})

it('is new where nothing waits any more, a feed brought it, or the words have no room', async () => {
  const gone = await makeCapture({ url })
  await discardCaptures(tester, { commandId: randomUUID(), ids: [gone] })
  await makeCapture({ url, source: 'FEED' })
  await db().capture.updateMany({ where: { source: 'FEED' }, data: { isAside: true } })
  expect(await keep({ quote: 'x'.repeat(60_000) })).toMatchObject({ outcome: 'new' })
  expect(await keep({ quote: 'y'.repeat(60_000) })).toMatchObject({ outcome: 'new' })
  expect(await rows()).toHaveLength(4)
})

it('is for those of the studio alone', async () => {
  const capture = { ...bareCapture(url), source: 'SHARE' as const }
  const sponsor = await makePerson('SPONSOR')
  const call = { commandId: randomUUID(), capture }
  await expect(keepCapture(sponsor, call)).rejects.toMatchObject({ code: 'forbidden' })
})
