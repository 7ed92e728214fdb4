import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { approve } from '@/lib/testing/ran-slot'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { retirePlacement, savePlacement } from './commands/save-placement'
import type { PlacementContent } from './schema'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const save = (placementId: string, version: number, fields: Partial<PlacementContent>) =>
  savePlacement(tester, { commandId: randomUUID(), placementId, version, fields })

test('different fields from one version never conflict; the same one does', async () => {
  const id = await makePlacement()
  await save(id, 0, { price: 100 })
  expect(await save(id, 0, { maxLinks: 1 })).toEqual({ version: 2, unseen: { price: 100 } })
  await expect(save(id, 0, { price: 200 })).rejects.toMatchObject({ code: 'conflict' })
})

test('after a section names the section, and elsewhere none is kept', async () => {
  const id = await makePlacement()
  await expect(save(id, 0, { at: 'after' })).rejects.toMatchObject({
    code: 'invalid',
    fields: { sectionTitle: expect.any(String) },
  })
  await save(id, 0, { at: 'after', sectionTitle: 'Links' })
  await save(id, 1, { at: 'bottom' })
  expect(await db().placement.findUnique({ where: { id } })).toMatchObject({
    at: 'bottom',
    sectionTitle: null,
  })
})

test('what is approved and still to come moves with it, and stays approved', async () => {
  const [issue, id, { id: sponsorId, contact }] = [
    await makeDraft(),
    await makePlacement(),
    await makeSponsor(),
  ]
  const slot = await makeSlot(sponsorId, id, { issueId: issue.id })
  const { versionId } = await sendCopy(contact, slot.id)
  await approve(slot.id, versionId)
  await save(id, 0, { at: 'after', sectionTitle: 'Links', maxCharacters: 20 })
  expect(await db().sponsorPart.findMany()).toMatchObject([{ at: 'after', sectionTitle: 'Links' }])
  expect(await db().slot.findUnique({ where: { id: slot.id } })).toMatchObject({ state: 'APPROVED' })
})

test('out of sale it takes no booking, and what is booked stays', async () => {
  const [issue, id, { id: sponsorId, contact }] = [
    await makeDraft(),
    await makePlacement({ perIssue: 2 }),
    await makeSponsor(),
  ]
  await makeSlot(sponsorId, id, { issueId: issue.id })
  const call = (retired: boolean) => ({ commandId: randomUUID(), placementId: id, retired })
  await retirePlacement(tester, call(true))
  await expect(makeSlot(sponsorId, id, { issueId: issue.id })).rejects.toMatchObject({ code: 'not_found' })
  expect(await db().slot.count({ where: { state: 'BOOKED' } })).toBe(1)
  await retirePlacement(tester, call(false))
  await makeSlot(sponsorId, id, { issueId: issue.id })
  await expect(retirePlacement(contact, call(true))).rejects.toMatchObject({ code: 'not_found' })
})
