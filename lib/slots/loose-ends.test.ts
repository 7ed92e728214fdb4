import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { missSlot } from '@/lib/sponsors/commands/end-slot'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { approve, makeRanSlot } from '@/lib/testing/ran-slot'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { readLooseEnds } from './queries/loose-ends'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const ends = async () => (await readLooseEnds(tester)).map(({ kind, slotId }) => [kind, slotId])

test('new copy for a message that is out waits, then its correction does', async () => {
  const { slotId, issueId, sponsor } = await makeRanSlot()
  expect(await ends()).toEqual([])
  const { versionId } = await sendCopy(sponsor.contact, slotId, { text: 'Ship more calmly.' }, 1)
  expect(await ends()).toEqual([['unapproved', slotId]])
  await approve(slotId, versionId)
  expect(await ends()).toEqual([['uncorrected', slotId]])
  await publishIssue(tester, { commandId: randomUUID(), id: issueId })
  expect(await ends()).toEqual([])
})

test('copy of an issue that is late is still asked for, where the coming dates don’t show it', async () => {
  const { id: issueId } = await makeDraft(undefined, undefined, dayFromNow(-3))
  const { id: sponsorId, contact } = await makeSponsor()
  const placementId = await makePlacement({ perIssue: 2 })
  const silent = await makeSlot(sponsorId, placementId, { issueId })
  const written = await makeSlot(sponsorId, placementId, { issueId })
  await sendCopy(contact, written.id)
  expect((await ends()).sort()).toEqual([
    ['overdue', silent.id],
    ['unapproved', written.id],
  ])
})

test('a missed message is owed until another date is booked for it', async () => {
  const { id: sponsorId } = await makeSponsor()
  const placementId = await makePlacement({ perIssue: 2 })
  const { id } = await makeSlot(sponsorId, placementId, { date: dayFromNow(6) })
  await missSlot(tester, { commandId: randomUUID(), id, reason: '' })
  expect(await ends()).toEqual([['missed', id]])
  const again = await makeSlot(sponsorId, placementId, { date: dayFromNow(20) })
  await db().slot.update({ where: { id: again.id }, data: { makeGoodForId: id } })
  expect(await ends()).toEqual([])
})

test('are the studio’s to know', async () => {
  await expect(readLooseEnds(await makePerson('SPONSOR'))).rejects.toMatchObject({ code: 'not_found' })
})
