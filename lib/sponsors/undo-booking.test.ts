import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { newMails, testPostRoom, waitingJobs } from '@/lib/testing/post-room'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { bookSeries } from './commands/book-series'
import { bookSlot } from './commands/book-slot'
import { missSlot, releaseSlot } from './commands/end-slot'
import { moveSlot } from './commands/move-slot'
import { restoreSlot } from './commands/restore-slot'
import { approveCopy } from './commands/review-copy'
import { undoBooking } from './commands/undo-booking'
import { joinWaitlist, leaveWaitlist } from './commands/waitlist'

const database = testDatabase()
testPostRoom()
beforeEach(async () => {
  setClock(() => new Date('2027-03-01T12:00:00Z'))
  await database.empty()
  await makePublication()
})

const commandId = () => randomUUID()
const slotOf = (id: string) => db().slot.findUniqueOrThrow({ where: { id }, include: { part: true } })
const release = (id: string) => releaseSlot(tester, { commandId: commandId(), id, reason: '' })
const restore = (id: string) => restoreSlot(tester, { commandId: commandId(), id })
const subjects = async () => (await newMails()).map(({ subject }) => subject)

async function approved() {
  const { id: issueId } = await makeDraft(['A'], tester, '2027-03-07')
  const sponsor = await makeSponsor()
  const placementId = await makePlacement()
  const { id } = await makeSlot(sponsor.id, placementId, { issueId })
  const { versionId } = await sendCopy(sponsor.contact, id)
  const call = { commandId: commandId(), slotId: id, versionId, comment: '', onBehalf: false }
  await approveCopy(await makePerson('EDITOR'), call)
  await newMails()
  return { issueId, sponsor, placementId, id }
}

test('a booking taken back at once is heard of by nobody, and who waited waits again', async () => {
  const [acme, globex] = [await makeSponsor('Acme'), await makeSponsor('Globex')]
  const placementId = await makePlacement()
  await db().publication.update({ where: { id: 1 }, data: { keepsWaitlist: true } })
  const first = await makeSlot(acme.id, placementId, { date: '2027-03-07' })
  const place = { issueId: first.issueId, placementId, sponsorId: globex.id }
  await joinWaitlist(tester, { commandId: commandId(), ...place })
  await release(first.id)
  const booked = await bookSlot(tester, { commandId: commandId(), ...place })
  expect(await db().slotWait.count({ where: { endedAt: null } })).toBe(0)
  await undoBooking(tester, { commandId: commandId(), slotIds: [booked.id] })
  expect((await slotOf(booked.id)).state).toBe('RELEASED')
  expect(await db().slotWait.count({ where: { endedAt: null } })).toBe(1)
  expect(await waitingJobs()).toEqual([])
})

test('a wait that somebody ended after the booking stays ended when the booking is taken back', async () => {
  const globex = await makeSponsor('Globex')
  const placementId = await makePlacement()
  await db().publication.update({ where: { id: 1 }, data: { keepsWaitlist: true } })
  const { issueId, id } = await makeSlot(globex.id, placementId, { date: '2027-03-07' })
  const place = { issueId, placementId, sponsorId: globex.id }
  const { id: waitId } = await joinWaitlist(tester, { commandId: commandId(), ...place })
  setClock(() => new Date('2027-03-01T13:00:00Z'))
  await leaveWaitlist(tester, { commandId: commandId(), waitId })
  await undoBooking(tester, { commandId: commandId(), slotIds: [id] })
  expect(await db().slotWait.count({ where: { endedAt: null } })).toBe(0)
})

test('a series is taken back as one; of one that lost a date the rest is told of', async () => {
  const sponsor = await makeSponsor()
  const placementId = await makePlacement()
  const booking = {
    placementId,
    sponsorId: sponsor.id,
    date: '2027-03-07',
    every: 1,
    times: 3,
    skipTaken: false,
  }
  const { slots } = await bookSeries(tester, { commandId: commandId(), ...booking })
  const call = { commandId: commandId(), slotIds: slots.map(({ id }) => id) }
  await expect(undoBooking(sponsor.contact, call)).rejects.toMatchObject({ code: 'not_found' })
  expect(await undoBooking(tester, call)).toEqual({ released: 3 })
  expect(await waitingJobs()).toEqual([])

  const again = await bookSeries(tester, { commandId: commandId(), ...booking })
  await release(again.slots[0]?.id ?? '')
  const [mail, ...others] = await newMails()
  expect(others).toEqual([])
  expect(mail?.text).toContain('in 2 issues of Tide Table: Sunday 14 March 2027 and Sunday 21 March 2027.')
})

test('a booking that moves before it was told of is told of once, as it stands', async () => {
  const sponsor = await makeSponsor()
  const { id } = await makeSlot(sponsor.id, await makePlacement(), { date: '2027-03-07' })
  await moveSlot(tester, { commandId: commandId(), id, date: '2027-03-14' })
  expect(await subjects()).toEqual(['Booked in Tide Table: Top, Sunday 14 March 2027'])
})

test('a release or a miss taken back leaves the slot as it was, approval and part with it', async () => {
  const { id } = await approved()
  const before = await slotOf(id)
  for (const end of [releaseSlot, missSlot]) {
    await end(tester, { commandId: commandId(), id, reason: 'By mistake' })
    expect((await slotOf(id)).part).toBeNull()
    await restore(id)
    const { part, ...slot } = await slotOf(id)
    expect(slot).toMatchObject({
      state: 'APPROVED',
      approvedHash: before.approvedHash,
      reason: '',
      ordinal: 1,
    })
    expect(part?.text).toBe(before.part?.text)
  }
  expect(await subjects()).toEqual([])
  await expect(restore(id)).rejects.toMatchObject({ code: 'wrong_state' })
})

test('whoever has heard of the end hears that it is booked after all', async () => {
  const { id } = await approved()
  await release(id)
  expect(await subjects()).toEqual(['Taken off: Top, Sunday 7 March 2027 in Tide Table'])
  await restore(id)
  expect(await subjects()).toEqual(['Booked in Tide Table: Top, Sunday 7 March 2027'])
})

test('not where its place is taken, another date was booked for it, or the issue is skipped', async () => {
  const { id, issueId, sponsor, placementId } = await approved()
  await release(id)
  const other = await makeSlot((await makeSponsor('Globex')).id, placementId, { issueId })
  await expect(restore(id)).rejects.toMatchObject({ code: 'taken' })
  await release(other.id)
  await restore(id)
  await missSlot(tester, { commandId: commandId(), id, reason: '' })
  const goods = { sponsorId: sponsor.id, placementId, date: '2027-04-04', makeGoodForId: id }
  const good = await bookSlot(tester, { commandId: commandId(), ...goods })
  await expect(restore(id)).rejects.toMatchObject({ code: 'taken' })
  await release(good.id)
  await db().issue.update({ where: { id: issueId }, data: { state: 'SKIPPED' } })
  await expect(restore(id)).rejects.toMatchObject({ code: 'wrong_state' })
  await expect(restoreSlot(sponsor.contact, { commandId: commandId(), id })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('two bookings of one place come back once', async () => {
  const { id, issueId, placementId } = await approved()
  await release(id)
  const other = await makeSlot((await makeSponsor('Globex')).id, placementId, { issueId })
  await release(other.id)
  const outcomes = await Promise.allSettled([restore(id), restore(other.id)])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
