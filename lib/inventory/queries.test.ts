import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { retirePlacement } from '@/lib/sponsors/commands/save-placement'
import { makePublication, tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { freeDatesOf, readInventory } from './queries'
import { findGaps, forBooking, freePlaces } from './rules'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const retire = (placementId: string) =>
  retirePlacement(tester, { commandId: randomUUID(), placementId, retired: true })

test('what is booked in a placement out of sale is still to be seen, and nothing more can be booked in it', async () => {
  const { id: sponsorId } = await makeSponsor()
  const [kept, gone] = [await makePlacement({ name: 'Kept' }), await makePlacement({ name: 'Gone' })]
  const { today } = await readInventory(tester)
  const slot = await makeSlot(sponsorId, kept, { date: today })
  await retire(kept)
  await retire(gone)
  const inventory = await readInventory(tester)
  expect(inventory.placements).toMatchObject([{ id: kept, perIssue: 0 }])
  const [placement] = inventory.placements
  for (const date of inventory.dates) expect(placement && freePlaces(date, placement)).toBeLessThanOrEqual(0)
  expect(findGaps(inventory).map(({ kind, slotId }) => ({ kind, slotId }))).toEqual([
    { kind: 'overdue', slotId: slot.id },
  ])
  expect(await freeDatesOf(tester, kept)).toEqual([])
})

test('the browser gets no names of two years', async () => {
  const { id: sponsorId } = await makeSponsor('Acme of a long name')
  const inventory = await readInventory(tester)
  const { today } = inventory
  const placementId = await makePlacement()
  await makeSlot(sponsorId, placementId, { date: today })
  const sent = forBooking(await readInventory(tester))
  expect(JSON.stringify(sent.dates)).not.toContain('Acme')
  expect(sent.dates.find(({ date }) => date === today)?.slots).toEqual([{ placementId }])
})
