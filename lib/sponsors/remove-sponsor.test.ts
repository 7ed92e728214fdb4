import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { companyNames } from '@/lib/slots/queries/companies'
import { makePublication, tester } from '@/lib/testing/issues'
import { makeRanSlot } from '@/lib/testing/ran-slot'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { releaseSlot } from './commands/end-slot'
import { handPortalLink } from './commands/portal-links'
import { removeSponsor } from './commands/remove-sponsor'
import { findContactByToken } from './queries/find-contact'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const remove = (sponsorId: string) => removeSponsor(tester, { commandId: randomUUID(), sponsorId })

test('waits until nothing is coming, then closes the links; what ran stays', async () => {
  const { sponsor, slotId, placementId } = await makeRanSlot()
  const { url } = await handPortalLink(tester, sponsor.contact.id)
  const coming = await makeSlot(sponsor.id, placementId, { date: '2027-03-07' })
  await expect(remove(sponsor.id)).rejects.toMatchObject({
    code: 'wrong_state',
    message: expect.stringContaining('a booking'),
  })
  await releaseSlot(tester, { commandId: randomUUID(), id: coming.id, reason: '' })
  await remove(sponsor.id)
  expect(await findContactByToken(url.split('/').at(-1))).toBeNull()
  expect(await companyNames(tester)).toEqual([])
  expect(await db().slot.findUnique({ where: { id: slotId } })).toMatchObject({ state: 'RAN' })
})

test('and a booking at the same time: one of them is refused', async () => {
  const placementId = await makePlacement({ perIssue: 10 })
  for (let round = 1; round <= 6; round += 1) {
    const { id } = await makeSponsor(`Company ${round}`)
    const book = makeSlot(id, placementId, { date: '2027-03-07' })
    const answers = await Promise.allSettled([book, remove(id)])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  }
})

test('is the studio’s alone, and never of the house', async () => {
  const { id, contact } = await makeSponsor()
  const call = { commandId: randomUUID(), sponsorId: id }
  await expect(removeSponsor(contact, call)).rejects.toMatchObject({ code: 'not_found' })
  const house = await db().sponsor.create({ data: { name: 'House', isHouse: true } })
  await expect(remove(house.id)).rejects.toMatchObject({ code: 'not_found' })
})
