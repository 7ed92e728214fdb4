import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { makePublication, tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { releaseSlot } from './commands/end-slot'
import { reuseCopy } from './commands/reuse-copy'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const reuse = (actor: Actor, slotId: string, versionId: string, submit?: 'yes') =>
  reuseCopy(actor, { commandId: randomUUID(), slotId, versionId, ...(submit ? { submit } : {}) })

async function made() {
  const [sponsor, placementId] = [await makeSponsor(), await makePlacement()]
  const first = await makeSlot(sponsor.id, placementId, { date: '2027-03-07' })
  const { versionId } = await sendCopy(sponsor.contact, first.id)
  const second = await makeSlot(sponsor.id, placementId, { date: '2027-03-14' })
  return { sponsor, placementId, versionId, slotId: second.id }
}
const textOf = async (slotId: string) =>
  (await db().slot.findUniqueOrThrow({ where: { id: slotId }, include: { copy: true } })).copy?.text

test('fills the slot, and sends it where that was pressed', async () => {
  const { sponsor, slotId, versionId } = await made()
  expect(await reuse(sponsor.contact, slotId, versionId)).toEqual({ submitted: null })
  expect(await textOf(slotId)).toBe('Ship calmly with Acme.')
  const { submitted } = await reuse(sponsor.contact, slotId, versionId, 'yes')
  expect(submitted).toMatchObject({ number: 1 })
  expect(submitted?.versionId).not.toBe(versionId)
  expect(await db().slot.findUnique({ where: { id: slotId } })).toMatchObject({ state: 'COPY_SUBMITTED' })
})

test('what doesn’t fit fills nothing when it should be sent', async () => {
  const { sponsor, slotId, versionId, placementId } = await made()
  await db().placement.update({ where: { id: placementId }, data: { maxCharacters: 20 } })
  await expect(reuse(sponsor.contact, slotId, versionId, 'yes')).rejects.toMatchObject({ code: 'invalid' })
  expect(await textOf(slotId)).toBe('')
})

test('another company’s copy and slot are as good as absent, and a slot that is over stays so', async () => {
  const { sponsor, slotId, versionId, placementId } = await made()
  const other = await makeSponsor('Other')
  await expect(reuse(other.contact, slotId, versionId)).rejects.toMatchObject({ code: 'not_found' })
  const theirs = await makeSlot(other.id, placementId, { date: '2027-03-21' })
  await expect(reuse(other.contact, theirs.id, versionId)).rejects.toMatchObject({ code: 'not_found' })
  await expect(reuse(tester, theirs.id, versionId)).rejects.toMatchObject({ code: 'not_found' })
  await releaseSlot(tester, { commandId: randomUUID(), id: slotId, reason: '' })
  await expect(reuse(sponsor.contact, slotId, versionId)).rejects.toMatchObject({ code: 'wrong_state' })
})
