import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { listPlacements } from '@/lib/slots/queries/placements'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { approve } from '@/lib/testing/ran-slot'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { movePlacement } from './commands/move-placement'
import { retirePlacement } from './commands/save-placement'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const move = (placementId: string, direction: 'up' | 'down') =>
  movePlacement(tester, { commandId: randomUUID(), placementId, direction })
const names = async () => (await listPlacements(tester)).map(({ content }) => content.name)
async function made() {
  const ids: string[] = []
  for (const name of ['A', 'B', 'C', 'D']) ids.push(await makePlacement({ name }))
  return ids as [string, string, string, string]
}

test('goes one place, past those out of sale, and stays at an end', async () => {
  const [a, b, , d] = await made()
  await retirePlacement(tester, { commandId: randomUUID(), placementId: b, retired: true })
  await move(a, 'down')
  expect(await names()).toEqual(['C', 'A', 'D', 'B'])
  await move(d, 'down')
  expect(await names()).toEqual(['C', 'A', 'D', 'B'])
})

test('by several at once leaves every placement a place of its own', async () => {
  const [a, , c] = await made()
  await Promise.all([move(a, 'down'), move(c, 'up'), move(a, 'down'), move(c, 'down')])
  const rows = await db().placement.findMany({ select: { position: true }, orderBy: { position: 'asc' } })
  expect(rows.map(({ position }) => position)).toEqual([0, 1, 2, 3])
})

test('takes along what is approved and still to come, and is the studio’s alone', async () => {
  const [a] = await made()
  const [issue, sponsor] = [await makeDraft(), await makeSponsor()]
  const slot = await makeSlot(sponsor.id, a, { issueId: issue.id })
  await approve(slot.id, (await sendCopy(sponsor.contact, slot.id)).versionId)
  await move(a, 'down')
  expect(await db().sponsorPart.findMany()).toMatchObject([{ position: '0001.01' }])
  const call = { commandId: randomUUID(), placementId: a, direction: 'up' } as const
  await expect(movePlacement(sponsor.contact, call)).rejects.toMatchObject({ code: 'not_found' })
})
