import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { makePublication, tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { bookSeries } from './commands/book-series'
import { bookSlot } from './commands/book-slot'
import { clearIssue } from './commands/clear-issue'
import { moveSlot } from './commands/move-slot'

const database = testDatabase()
beforeEach(async () => {
  setClock(() => new Date('2027-03-01T12:00:00Z'))
  await database.empty()
  await makePublication()
  await db().publication.updateMany({ data: { keepsExclusive: true } })
})

const taken = (words: string) => ({ code: 'taken', message: expect.stringContaining(words) })
async function made() {
  const placementId = await makePlacement({ perIssue: 3 })
  const [acme, globex] = [await makeSponsor('Acme'), await makeSponsor('Globex')]
  await db().sponsor.updateMany({ data: { field: 'observability' } })
  const book = (sponsorId: string, date: string) => makeSlot(sponsorId, placementId, { date })
  return { placementId, acme: acme.id, globex: globex.id, book }
}

test('competitors don’t share an issue, by booking or by moving, until that is let', async () => {
  const { acme, globex, book } = await made()
  await book(acme, '2027-03-07')
  await expect(book(globex, '2027-03-07')).rejects.toMatchObject(
    taken('Acme is in the issue of Sun 7 Mar 2027'),
  )
  const slot = await book(globex, '2027-04-04')
  const move = () => moveSlot(tester, { commandId: randomUUID(), id: slot.id, date: '2027-03-07' })
  await expect(move()).rejects.toMatchObject(taken('Acme is in the issue of Sun 7 Mar 2027'))
  await db().publication.updateMany({ data: { keepsExclusive: false } })
  expect(await move()).toMatchObject({ reopened: false })
})

test('a company isn’t in two issues that follow each other, planned yet or not; the house is', async () => {
  const { acme, placementId, book } = await made()
  await book(acme, '2027-03-07')
  await expect(book(acme, '2027-03-14')).rejects.toMatchObject(taken('Sun 7 Mar 2027'))
  await book(acme, '2027-03-21')
  for (const date of ['2027-03-07', '2027-03-14'])
    await bookSlot(tester, { commandId: randomUUID(), sponsorId: 'house', placementId, date })
})

test('two bookings of neighbouring issues at once: one of them', async () => {
  const { acme, book } = await made()
  for (const dates of [
    ['2027-03-07', '2027-03-14'],
    ['2027-05-02', '2027-05-09'],
    ['2027-08-01', '2027-08-08'],
  ]) {
    const answers = await Promise.allSettled(dates.map((date) => book(acme, date)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  }
})

test('what is cleared goes where it doesn’t clash', async () => {
  const { acme, globex, book } = await made()
  const { issueId } = await book(acme, '2027-03-07')
  await book(globex, '2027-03-14')
  const cleared = await clearIssue(tester, {
    commandId: randomUUID(),
    issueId,
    bookings: 'move',
    issue: 'skip',
  })
  expect(cleared.moved).toEqual([{ sponsor: 'Acme', date: '2027-03-21' }])
})

test('a series goes on past the dates that are kept apart, where it may leave out what is taken', async () => {
  const { acme, globex, placementId, book } = await made()
  await book(globex, '2027-03-14')
  const series = {
    commandId: randomUUID(),
    sponsorId: acme,
    placementId,
    date: '2027-03-07',
    every: 1,
    times: 3,
  }
  await expect(bookSeries(tester, { ...series, skipTaken: false })).rejects.toMatchObject(
    taken('Sun 14 Mar 2027'),
  )
  const { dates } = await bookSeries(tester, { ...series, commandId: randomUUID(), skipTaken: true })
  expect(dates).toEqual(['2027-03-07', '2027-03-21', '2027-04-04'])
})
