import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { approve } from '@/lib/testing/ran-slot'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { bookSlot } from './commands/book-slot'
import { runHouseCopy } from './commands/run-house-copy'
import { saveCopy } from './commands/save-copy'
import { submitCopy } from './commands/submit-copy'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const commandId = () => randomUUID()
const run = async (slotId: string) =>
  runHouseCopy(await makePerson('EDITOR'), { commandId: commandId(), slotId })

/** Copy of the house's own, approved in an issue of that date. */
async function houseRan(placementId: string, date: string, text: string) {
  const slot = await bookSlot(tester, { commandId: commandId(), sponsorId: 'house', placementId, date })
  await saveCopy(tester, { commandId: commandId(), slotId: slot.id, version: 0, fields: { text } })
  const sent = await submitCopy(tester, { commandId: commandId(), slotId: slot.id, version: 1 })
  await approve(slot.id, sent.versionId)
}
async function silent(placementId: string) {
  const [issue, sponsor] = [await makeDraft(), await makeSponsor()]
  const slot = await makeSlot(sponsor.id, placementId, { issueId: issue.id })
  return { slotId: slot.id, issueId: issue.id }
}
const textsIn = async (issueId: string) =>
  (await db().sponsorPart.findMany({ where: { issueId } })).map(({ text, sponsor }) => [text, sponsor])

test('misses the silent slot and runs what the house ran last in this placement', async () => {
  const [top, bottom] = [await makePlacement(), await makePlacement({ name: 'Bottom', at: 'bottom' })]
  await houseRan(top, '2027-03-07', 'Write to us.')
  await houseRan(top, '2027-03-14', 'Read the archive.')
  await houseRan(bottom, '2027-03-21', 'Bottom words.')
  const { slotId, issueId } = await silent(top)
  const { approved } = await run(slotId)
  expect(approved).toBe(true)
  expect(await textsIn(issueId)).toEqual([['Read the archive.', null]])
  expect(await db().slot.findUnique({ where: { id: slotId } })).toMatchObject({ state: 'MISSED' })
})

test('takes copy of another placement where it fits, and passes over what doesn’t', async () => {
  const [small, large] = [await makePlacement({ maxCharacters: 20 }), await makePlacement({ name: 'Large' })]
  await houseRan(large, '2027-03-07', 'Short words.')
  await houseRan(large, '2027-03-14', 'Words that are too many for the smaller place.')
  const { slotId, issueId } = await silent(small)
  expect(await run(slotId)).toMatchObject({ approved: true })
  expect(await textsIn(issueId)).toEqual([['Short words.', null]])
})

test('leaves the house’s slot waiting for copy where none fits, and where there is none', async () => {
  const [small, large] = [await makePlacement({ maxCharacters: 20 }), await makePlacement({ name: 'Large' })]
  const first = await silent(small)
  expect(await run(first.slotId)).toMatchObject({ approved: false })
  await houseRan(large, '2027-03-14', 'Words that are too many for the smaller place.')
  const second = await silent(small)
  const { slotId, approved } = await run(second.slotId)
  expect(approved).toBe(false)
  expect(await db().slot.findUnique({ where: { id: slotId } })).toMatchObject({ state: 'BOOKED', price: 0 })
})

test('is carried out once for two who press at once, and by no contact', async () => {
  const { slotId, issueId } = await silent(await makePlacement())
  const answers = await Promise.allSettled([run(slotId), run(slotId)])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db().slot.count({ where: { issueId, state: 'BOOKED' } })).toBe(1)
  const { contact } = await makeSponsor('Other')
  await expect(runHouseCopy(contact, { commandId: commandId(), slotId })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('copy of the house’s own is approved by whoever puts it up', async () => {
  const { id: issueId } = await makeDraft()
  const placementId = await makePlacement()
  const booking = { commandId: commandId(), sponsorId: 'house', placementId, issueId } as const
  const { id: slotId } = await bookSlot(tester, booking)
  const editor = await makePerson('EDITOR')
  await saveCopy(editor, { commandId: commandId(), slotId, version: 0, fields: { text: 'Write to us.' } })
  const { versionId } = await submitCopy(editor, { commandId: commandId(), slotId, version: 1 })
  expect(await db().slot.findUnique({ where: { id: slotId } })).toMatchObject({
    state: 'APPROVED',
    approvedVersionId: versionId,
  })
  expect(await textsIn(issueId)).toEqual([['Write to us.', null]])
})
