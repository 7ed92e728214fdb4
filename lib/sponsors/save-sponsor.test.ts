import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { approve } from '@/lib/testing/ran-slot'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { saveSponsor } from './commands/save-sponsor'
import type { SponsorContent } from './schema'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const save = (sponsorId: string, version: number, fields: Partial<SponsorContent>) =>
  saveSponsor(tester, { commandId: randomUUID(), sponsorId, version, fields })

test('different fields from one version never conflict; the same one does, with both texts', async () => {
  const { id } = await makeSponsor()
  await save(id, 0, { notes: 'Pays late' })
  expect(await save(id, 0, { website: 'acme.example' })).toEqual({
    version: 2,
    unseen: { notes: 'Pays late' },
  })
  await expect(save(id, 0, { notes: 'Pays' })).rejects.toMatchObject({
    code: 'conflict',
    detail: { conflicts: { notes: { yours: 'Pays', theirs: 'Pays late' } } },
  })
})

test('a new name stands above what is approved and still to come', async () => {
  const issue = await makeDraft()
  const { id, contact } = await makeSponsor()
  const slot = await makeSlot(id, await makePlacement(), { issueId: issue.id })
  const { versionId } = await sendCopy(contact, slot.id)
  await approve(slot.id, versionId)
  await save(id, 0, { name: 'Apex' })
  expect(await db().sponsorPart.findMany()).toMatchObject([
    { label: 'A message from our sponsor, Apex', sponsor: 'Apex' },
  ])
})

test('the house, a removed company and other people’s are not there', async () => {
  const { id, contact } = await makeSponsor()
  const house = await db().sponsor.create({ data: { name: 'House', isHouse: true } })
  await expect(save(house.id, 0, { name: 'X' })).rejects.toMatchObject({ code: 'not_found' })
  const call = { commandId: randomUUID(), sponsorId: id, version: 0, fields: { name: 'X' } }
  await expect(saveSponsor(contact, call)).rejects.toMatchObject({ code: 'not_found' })
  await db().sponsor.update({ where: { id }, data: { removedAt: new Date() } })
  await expect(save(id, 0, { name: 'X' })).rejects.toMatchObject({ code: 'not_found' })
})
