import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { readInventory } from '@/lib/inventory/queries'
import { findGaps } from '@/lib/inventory/rules'
import { readOffers } from '@/lib/storefront/offers'
import { makePublication, tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { releaseSlot } from './commands/end-slot'
import { joinWaitlist, leaveWaitlist } from './commands/waitlist'

const database = testDatabase()
beforeEach(async () => {
  // A Monday: from Thursday on the next issue is past the days that its copy needs, and offered to nobody.
  setClock(() => new Date('2026-03-02T12:00:00Z'))
  await database.empty()
  await makePublication()
  await db().publication.updateMany({ data: { keepsWaitlist: true } })
})

/** The next date's only place, taken by Acme; Globex could wait. */
async function made() {
  const placementId = await makePlacement({ name: 'Top', isOffered: true })
  const [acme, globex] = [await makeSponsor('Acme'), await makeSponsor('Globex')]
  const date = (await readInventory(tester)).dates[0]?.date ?? ''
  const slot = await makeSlot(acme.id, placementId, { date })
  const wait = { issueId: slot.issueId, placementId, sponsorId: globex.id }
  const join = () => joinWaitlist(tester, { commandId: randomUUID(), ...wait })
  const release = () => releaseSlot(tester, { commandId: randomUUID(), id: slot.id, reason: '' })
  return { placementId, date, acme, globex, wait, join, release }
}
const offered = async (date: string) =>
  (await readOffers(db()))[0]?.dates.find((offer) => offer.date === date)?.isFree

test('who waits is shown to the curator when the place is free, and strangers aren’t offered it', async () => {
  const { placementId, date, globex, join, release } = await made()
  await join()
  await release()
  const inventory = await readInventory(tester)
  expect(inventory.dates[0]?.waiting).toMatchObject([{ sponsor: 'Globex', placementId }])
  expect(findGaps(inventory)[0]).toMatchObject({ kind: 'wanted', sponsor: 'Globex', date })
  expect(await offered(date)).not.toBe(true)
  await makeSlot(globex.id, placementId, { date })
  expect((await readInventory(tester)).dates[0]?.waiting).toEqual([])
})

test('a company waits once, for what is taken, while waitlists are on; and can leave', async () => {
  const { date, join, release, wait, globex } = await made()
  const twice = await Promise.allSettled([join(), join()])
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await release()
  const { id } = await db().slotWait.findFirstOrThrow()
  await leaveWaitlist(tester, { commandId: randomUUID(), waitId: id })
  expect(await offered(date)).toBe(true)
  await expect(join()).rejects.toMatchObject({ code: 'invalid' })
  await db().publication.updateMany({ data: { keepsWaitlist: false } })
  await expect(join()).rejects.toMatchObject({ code: 'wrong_state' })
  const call = { commandId: randomUUID(), ...wait }
  await expect(joinWaitlist(globex.contact, call)).rejects.toMatchObject({ code: 'not_found' })
})
