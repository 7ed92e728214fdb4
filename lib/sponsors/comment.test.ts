import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { makePublication, tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { commentOnSlot } from './commands/comment'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const say = (actor: Actor, slotId: string, comment: string, id: string = randomUUID()) =>
  commentOnSlot(actor, { commandId: id, slotId, comment })

test('tells who said it and about which version, and changes nothing of the slot', async () => {
  const { id, contact } = await makeSponsor()
  const slot = await makeSlot(id, await makePlacement(), { date: '2027-03-07' })
  await say(contact, slot.id, 'When is it due?')
  const { versionId } = await sendCopy(contact, slot.id)
  const before = await db().slot.findUniqueOrThrow({ where: { id: slot.id } })
  await say(tester, slot.id, 'Thanks!')
  expect(await db().slot.findUniqueOrThrow({ where: { id: slot.id } })).toEqual(before)
  expect(await db().review.findMany({ orderBy: { at: 'asc' } })).toMatchObject([
    { comment: 'When is it due?', bySponsor: true, byName: contact.name, versionId: null },
    { comment: 'Thanks!', bySponsor: false, versionId },
  ])
})

test('is said once however often it is sent, and not by another company', async () => {
  const { id, contact } = await makeSponsor()
  const slot = await makeSlot(id, await makePlacement(), { date: '2027-03-07' })
  const twin = randomUUID()
  const said = await Promise.all([say(contact, slot.id, 'Hi', twin), say(contact, slot.id, 'Hi', twin)])
  expect(said[0]).toEqual(said[1])
  expect(await db().review.count()).toBe(1)
  const { contact: other } = await makeSponsor('Other')
  await expect(say(other, slot.id, 'Hi')).rejects.toMatchObject({ code: 'not_found' })
})
