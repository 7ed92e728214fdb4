import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { bookSlot } from './commands/book-slot'
import { clearIssue } from './commands/clear-issue'
import { saveIssueWithSlots } from './commands/save-issue-with-slots'
import { readMove } from './queries/read-move'

const database = testDatabase()
beforeEach(async () => {
  setClock(() => new Date('2027-03-01T12:00:00Z'))
  await database.empty()
  await makePublication()
})

const commandId = () => randomUUID()
const clear = (issueId: string, bookings: 'move' | 'miss', issue: 'skip' | 'remove' = 'skip') =>
  clearIssue(tester, { commandId: commandId(), issueId, bookings, issue })

/** Two companies, the house and a hold on the first date; the second date has one place taken. */
async function made() {
  const [top, bottom] = [
    await makePlacement(),
    await makePlacement({ name: 'Bottom', at: 'bottom', perIssue: 2 }),
  ]
  const [acme, globex] = [await makeSponsor('Acme'), await makeSponsor('Globex')]
  const date = '2027-03-07'
  const first = await makeSlot(acme.id, top, { date })
  const second = await makeSlot(globex.id, bottom, { date })
  const house = await bookSlot(tester, {
    commandId: commandId(),
    sponsorId: 'house',
    placementId: bottom,
    date,
  })
  await makeSlot(globex.id, top, { date: '2027-03-14' })
  return { issueId: first.issueId, acme, first: first.id, second: second.id, house: house.id }
}
const dateOf = async (id: string) => {
  const { issue, state } = await db().slot.findUniqueOrThrow({ where: { id }, include: { issue: true } })
  return `${issue.date.toISOString().slice(0, 10)} ${state}`
}

test('moves every booking to the next free date, and skips the issue with it', async () => {
  const { issueId, first, second, house } = await made()
  expect(await clear(issueId, 'move')).toMatchObject({
    moved: [
      { sponsor: 'Acme', date: '2027-03-21' },
      { sponsor: 'Globex', date: '2027-03-14' },
    ],
    missed: [],
  })
  expect(await dateOf(first)).toBe('2027-03-21 BOOKED')
  expect(await dateOf(second)).toBe('2027-03-14 BOOKED')
  expect(await dateOf(house)).toBe('2027-03-07 RELEASED')
  expect(await db().issue.findUnique({ where: { id: issueId } })).toMatchObject({ state: 'SKIPPED' })
})

test('or misses them, so that each can be made good; a hold moves', async () => {
  const { issueId, first, second, acme } = await made()
  await db().slot.update({
    where: { id: second },
    data: { state: 'HELD', heldUntil: new Date('2027-03-01') },
  })
  const { clearId, ...told } = await clear(issueId, 'miss', 'remove')
  expect(told).toMatchObject({ moved: [{ sponsor: 'Globex', date: '2027-03-14' }], missed: ['Acme'] })
  expect(await db().issue.findUnique({ where: { id: issueId } })).toMatchObject({ removalId: clearId })
  expect(await db().slot.findUnique({ where: { id: first } })).toMatchObject({
    state: 'MISSED',
    reason: 'The issue was called off.',
  })
  const goods = {
    placementId: await makePlacement({ name: 'New' }),
    makeGoodForId: first,
    date: '2027-04-04',
  }
  await bookSlot(tester, { commandId: commandId(), sponsorId: acme.id, ...goods })
})

test('changes nothing where one booking has nowhere to go, or the issue can’t be skipped', async () => {
  const { issueId, first, acme } = await made()
  const { placementId } = await db().slot.findUniqueOrThrow({ where: { id: first } })
  const draft = await makeDraft(['A'], tester, '2027-05-02')
  const slot = await makeSlot(acme.id, placementId, { issueId: draft.id })
  await expect(clear(draft.id, 'miss', 'skip')).rejects.toMatchObject({ code: 'wrong_state' })
  expect(await dateOf(slot.id)).toBe('2027-05-02 BOOKED')
  await db().placement.update({ where: { id: placementId }, data: { retiredAt: new Date() } })
  await expect(clear(issueId, 'move')).rejects.toMatchObject({
    code: 'taken',
    message: expect.stringContaining('Acme'),
  })
  expect(await dateOf(first)).toBe('2027-03-07 BOOKED')
  await expect(
    clearIssue(acme.contact, { commandId: commandId(), issueId, bookings: 'miss', issue: 'skip' }),
  ).rejects.toMatchObject({ code: 'not_found' })
})

test('an issue that comes on another date takes its bookings along, and says so, unless it comes back', async () => {
  const { id: issueId } = await makeDraft(['A'], tester, '2027-05-02')
  const { id: sponsorId } = await makeSponsor()
  const slot = await makeSlot(sponsorId, await makePlacement(), { issueId })
  const save = (version: number, date: string) =>
    saveIssueWithSlots(tester, { commandId: commandId(), id: issueId, version, fields: { date } })
  const { version } = await db().issue.findUniqueOrThrow({ where: { id: issueId } })
  const saved = await save(version, '2027-05-04')
  expect(await dateOf(slot.id)).toBe('2027-05-04 BOOKED')
  expect(await readMove(db(), slot.id)).toEqual({ date: '2027-05-02', placement: 'Top' })
  await save(saved.version, '2027-05-02')
  expect(await readMove(db(), slot.id)).toBeNull()
})
