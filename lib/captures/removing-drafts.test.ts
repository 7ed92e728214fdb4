import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/db/db'
import { removeItem } from '@/lib/issues/commands/remove-item'
import { saveItem } from '@/lib/issues/commands/save-item'
import { restoreIssueWithSlots } from '@/lib/sponsors/commands/undo-clearing'
import { makePerson } from '@/lib/testing/actors'
import { makeCapture } from '@/lib/testing/captures'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { placeCaptures } from './commands/place-captures'
import { removeDraft } from './commands/remove-draft'
import { discardCaptures } from './commands/sort-captures'
import { listCaptures } from './queries'
import { captureFilterSchema } from './schema'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const call = () => ({ commandId: randomUUID() })
const stored = (id: string) => db().capture.findUniqueOrThrow({ where: { id } })
const inbox = async () => (await listCaptures(tester, captureFilterSchema.parse({}))).rows.map(({ id }) => id)

async function place(sectionId: string, ids: string[]): Promise<string[]> {
  const captures = ids.map((id) => ({ id, itemId: randomUUID() }))
  await placeCaptures(tester, { ...call(), sectionId, place: {}, captures })
  return captures.map(({ itemId }) => itemId)
}

it('the links of a deleted draft are in the inbox again with what was written of them, and in the draft once it is restored', async () => {
  const { id: issueId, sectionId } = await makeDraft(['By hand'])
  const ids = [await makeCapture(), await makeCapture({ note: 'Noted.' }), await makeCapture()]
  const [one = '', two = '', gone = ''] = ids
  const [first = '', second = '', third = ''] = await place(sectionId, ids)
  await saveItem(tester, { ...call(), id: second, version: 0, fields: { blurb: 'Mine.' } })
  await removeItem(tester, { ...call(), id: third })
  const newest = await makeCapture()

  const { removalId, returned } = await removeDraft(tester, { ...call(), id: issueId })
  expect(returned).toBe(2)
  expect((await inbox()).slice(0, 2).sort()).toEqual([one, two].sort())
  expect((await inbox()).slice(2)).toEqual([newest])
  expect(await stored(two)).toMatchObject({ note: 'Mine.', version: 1, itemId: null, issueId: null })
  expect(await stored(gone)).toMatchObject({ state: 'PLACED', itemId: third })

  await restoreIssueWithSlots(tester, { ...call(), id: issueId, removalId })
  expect(await inbox()).toEqual([newest])
  expect(await stored(one)).toMatchObject({ state: 'PLACED', itemId: first, issueId })
  expect(await stored(two)).toMatchObject({ state: 'PLACED', itemId: second, issueId })
  expect(await removeDraft(tester, { ...call(), id: issueId })).toMatchObject({ returned: 2 })
})

it('what was moved on meanwhile stays where it is when the draft is restored', async () => {
  const [draft, other] = [await makeDraft([]), await makeDraft([])]
  const [one, two] = [await makeCapture(), await makeCapture()]
  await place(draft.sectionId, [one, two])
  const { removalId } = await removeDraft(tester, { ...call(), id: draft.id })
  await place(other.sectionId, [one])
  await discardCaptures(tester, { ...call(), ids: [two] })
  await restoreIssueWithSlots(tester, { ...call(), id: draft.id, removalId })
  expect(await stored(one)).toMatchObject({ state: 'PLACED', issueId: other.id })
  expect(await stored(two)).toMatchObject({ state: 'DISCARDED' })
})

it('a link whose address is none any more comes back as it was, and nothing moves for whoever may not delete', async () => {
  const { id: issueId, sectionId } = await makeDraft([])
  const id = await makeCapture({ url: 'https://example.org/tides', note: 'Noted.' })
  const [itemId = ''] = await place(sectionId, [id])
  await saveItem(tester, { ...call(), id: itemId, version: 0, fields: { url: '', blurb: 'Mine.' } })
  const sponsor = await makePerson('SPONSOR')
  await expect(removeDraft(sponsor, { ...call(), id: issueId })).rejects.toMatchObject({ code: 'not_found' })
  expect(await inbox()).toEqual([])
  await removeDraft(tester, { ...call(), id: issueId })
  expect(await stored(id)).toMatchObject({ state: 'NEW', url: 'https://example.org/tides', note: 'Noted.' })
})
