import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { newMails, testPostRoom } from '@/lib/testing/post-room'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { bookSlot } from './commands/book-slot'
import { clearIssue } from './commands/clear-issue'
import { moveSlot } from './commands/move-slot'
import { restoreIssueWithSlots, unskipIssueWithSlots } from './commands/undo-clearing'

const database = testDatabase()
testPostRoom()
beforeEach(async () => {
  setClock(() => new Date('2027-03-01T12:00:00Z'))
  await database.empty()
  await makePublication()
})

const commandId = () => randomUUID()
const clear = (issueId: string, bookings: 'move' | 'miss', issue: 'skip' | 'remove') =>
  clearIssue(tester, { commandId: commandId(), issueId, bookings, issue })
const stands = async (id: string) => {
  const { issue, state } = await db().slot.findUniqueOrThrow({ where: { id }, include: { issue: true } })
  return `${issue.date.toISOString().slice(0, 10)} ${state}`
}

/** A draft with a company that sent copy, another that wrote nothing, and the house. */
async function made() {
  const [top, bottom] = [
    await makePlacement(),
    await makePlacement({ name: 'Bottom', at: 'bottom', perIssue: 2 }),
  ]
  const [acme, globex] = [await makeSponsor('Acme'), await makeSponsor('Globex')]
  const { id: issueId } = await makeDraft(['A'], tester, '2027-03-07')
  const first = await makeSlot(acme.id, top, { issueId })
  await sendCopy(acme.contact, first.id)
  const second = await makeSlot(globex.id, bottom, { issueId })
  const booking = { commandId: commandId(), sponsorId: 'house', placementId: bottom, issueId } as const
  const house = await bookSlot(tester, booking)
  return { issueId, top, acme, globex, first: first.id, second: second.id, house: house.id }
}

test('a deletion taken back brings every booking back as it stood, and nobody hears of either', async () => {
  const { issueId, first, second, house } = await made()
  await newMails()
  for (const bookings of ['miss', 'move'] as const) {
    const { clearId: removalId } = await clear(issueId, bookings, 'remove')
    expect(await stands(first)).toBe(bookings === 'miss' ? '2027-03-07 MISSED' : '2027-03-14 COPY_SUBMITTED')
    const back = await restoreIssueWithSlots(tester, { commandId: commandId(), id: issueId, removalId })
    expect(back.notice).toBeNull()
    expect(await stands(first)).toBe('2027-03-07 COPY_SUBMITTED')
    expect(await stands(second)).toBe('2027-03-07 BOOKED')
    expect(await stands(house)).toBe('2027-03-07 BOOKED')
  }
  expect(await newMails()).toEqual([])
})

test('what was moved on meanwhile, or made good, stays and is named', async () => {
  const { issueId, top, acme, first, second } = await made()
  const { clearId: removalId } = await clear(issueId, 'move', 'remove')
  await moveSlot(tester, { commandId: commandId(), id: first, date: '2027-05-09' })
  const back = await restoreIssueWithSlots(tester, { commandId: commandId(), id: issueId, removalId })
  expect(back.notice).toBe('The issue is back. Acme was moved on meanwhile and stays there.')
  expect(await stands(second)).toBe('2027-03-07 BOOKED')

  await moveSlot(tester, { commandId: commandId(), id: first, issueId })
  const again = await clear(issueId, 'miss', 'remove')
  const goods = { sponsorId: acme.id, placementId: top, date: '2027-06-06', makeGoodForId: first }
  await bookSlot(tester, { commandId: commandId(), ...goods })
  const call = { commandId: commandId(), id: issueId, removalId: again.clearId }
  expect((await restoreIssueWithSlots(tester, call)).notice).toContain(
    'Acme does not come back with it: Another date',
  )
  expect(await stands(first)).toBe('2027-03-07 MISSED')
})

test('a skipped week taken back at once brings them back too; later, they stay where they went', async () => {
  const sponsor = await makeSponsor('Acme')
  const slot = await makeSlot(sponsor.id, await makePlacement(), { date: '2027-03-07' })
  const { clearId } = await clear(slot.issueId, 'move', 'skip')
  const undo = { commandId: commandId(), id: slot.issueId, clearId }
  expect(await unskipIssueWithSlots(tester, undo)).toEqual({ state: 'PLANNED', notice: null })
  expect(await stands(slot.id)).toBe('2027-03-07 BOOKED')
  await clear(slot.issueId, 'move', 'skip')
  await unskipIssueWithSlots(tester, { commandId: commandId(), id: slot.issueId })
  expect(await stands(slot.id)).toBe('2027-03-14 BOOKED')
})
