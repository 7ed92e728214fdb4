import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { ContactActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { approve } from '@/lib/testing/ran-slot'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { moveSlot } from './commands/move-slot'
import { saveCopy } from './commands/save-copy'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const commandId = () => randomUUID()
const move = (id: string, to: { issueId?: string; date?: string; placementId?: string }) =>
  moveSlot(tester, { commandId: commandId(), id, ...to })
const write = (contact: ContactActor, slotId: string, text: string) =>
  saveCopy(contact, { commandId: commandId(), slotId, version: 0, fields: { text } })
const slotOf = (id: string) => db().slot.findUniqueOrThrow({ where: { id } })
const partsOf = (issueId: string) => db().sponsorPart.findMany({ where: { issueId } })

async function made() {
  const a = await makeDraft(['A'], tester, '2027-03-07')
  const b = await makeDraft(['B'], tester, '2027-03-14')
  const sponsor = await makeSponsor()
  const placementId = await makePlacement({ perIssue: 2 })
  const slot = await makeSlot(sponsor.id, placementId, { issueId: a.id })
  return { a: a.id, b: b.id, sponsor, placementId, slot: slot.id }
}

test('takes the copy along, approved as it was, and leaves nothing in the old issue', async () => {
  const { a, b, sponsor, slot } = await made()
  await approve(slot, (await sendCopy(sponsor.contact, slot)).versionId)
  expect(await move(slot, { issueId: b })).toMatchObject({
    issueId: b,
    from: { issueId: a },
    reopened: false,
  })
  expect(await slotOf(slot)).toMatchObject({ issueId: b, state: 'APPROVED' })
  expect(await partsOf(a)).toEqual([])
  expect(await partsOf(b)).toMatchObject([{ slotId: slot }])
})

test('to a placement that is too small for its approved copy asks for review again', async () => {
  const { a, sponsor, slot } = await made()
  await approve(slot, (await sendCopy(sponsor.contact, slot)).versionId)
  const small = await makePlacement({ name: 'Small', at: 'bottom', maxCharacters: 20 })
  expect(await move(slot, { placementId: small })).toMatchObject({ reopened: true })
  expect(await slotOf(slot)).toMatchObject({
    state: 'COPY_SUBMITTED',
    placementId: small,
    approvedVersionId: null,
    approvedHash: null,
  })
  expect(await partsOf(a)).toEqual([])
})

test('in two directions at once, by issue and by date, ends with both moved', async () => {
  const { a, b, sponsor, placementId, slot } = await made()
  const other = await makeSlot(sponsor.id, placementId, { issueId: b })
  for (let round = 0; round < 6; round += 1) {
    const [from, to] = round % 2 === 0 ? [a, b] : [b, a]
    const date = round % 2 === 0 ? '2027-03-14' : '2027-03-07'
    await Promise.all([
      move(slot, round % 3 === 0 ? { date } : { issueId: to }),
      move(other.id, { issueId: from }),
    ])
    expect((await slotOf(slot)).issueId).toBe(to)
    expect((await slotOf(other.id)).issueId).toBe(from)
  }
})

test('of one slot to two places at once ends in one of them, with one part', async () => {
  const { b, sponsor, slot } = await made()
  await approve(slot, (await sendCopy(sponsor.contact, slot)).versionId)
  await Promise.all([move(slot, { issueId: b }), move(slot, { date: '2027-04-04' })])
  const { issueId } = await slotOf(slot)
  expect(await db().sponsorPart.findMany()).toMatchObject([{ slotId: slot, issueId }])
})

test('while its copy is being written loses neither', async () => {
  const { b, sponsor, slot } = await made()
  await Promise.all([move(slot, { issueId: b }), write(sponsor.contact, slot, 'Written meanwhile.')])
  const { issueId, copyId } = await slotOf(slot)
  expect(issueId).toBe(b)
  expect(await db().adCopy.findUnique({ where: { id: copyId ?? '' } })).toMatchObject({
    text: 'Written meanwhile.',
  })
})

test('while it is being approved puts the part where the slot is', async () => {
  const { a, b, sponsor, slot } = await made()
  const { versionId } = await sendCopy(sponsor.contact, slot)
  for (const to of [b, a, b, a]) {
    await Promise.all([move(slot, { issueId: to }), approve(slot, versionId)])
    expect(await slotOf(slot)).toMatchObject({ issueId: to, state: 'APPROVED' })
    expect(await db().sponsorPart.findMany()).toMatchObject([{ slotId: slot, issueId: to }])
    await db().slot.update({
      where: { id: slot },
      data: { state: 'COPY_SUBMITTED', approvedVersionId: null, approvedHash: null },
    })
  }
})

test('to a place that is taken changes nothing', async () => {
  const { a, b, sponsor, placementId, slot } = await made()
  for (const _ of [1, 2]) await makeSlot(sponsor.id, placementId, { issueId: b })
  await expect(move(slot, { issueId: b })).rejects.toMatchObject({ code: 'taken' })
  expect(await slotOf(slot)).toMatchObject({ issueId: a, state: 'BOOKED' })
  await expect(
    moveSlot(sponsor.contact, { commandId: commandId(), id: slot, issueId: b }),
  ).rejects.toMatchObject({ code: 'not_found' })
})
