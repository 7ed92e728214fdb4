import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { readInventory } from '@/lib/inventory/queries'
import { bookSeriesSchema } from '@/lib/sponsors/schema'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { bookSeries } from './commands/book-series'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const series = (input: Record<string, unknown>) =>
  bookSeries(tester, bookSeriesSchema.parse({ commandId: randomUUID(), ...input }))

async function made() {
  const [{ id: sponsorId }, placementId] = [await makeSponsor(), await makePlacement()]
  const dates = (await readInventory(tester)).dates.map(({ date }) => date)
  return { sponsorId, placementId, dates, on: (at: number) => dates[at] as string }
}
const bookedDates = async () =>
  (await db().slot.findMany({ select: { issue: { select: { date: true } }, seriesId: true } }))
    .map(({ issue }) => issue.date.toISOString().slice(0, 10))
    .sort()

test('takes every other date, as one series', async () => {
  const { dates, on, ...booking } = await made()
  await series({ ...booking, date: on(0), every: 2, times: 3 })
  expect(await bookedDates()).toEqual([on(0), on(2), on(4)])
  const ids = await db().slot.findMany({ distinct: ['seriesId'], select: { seriesId: true } })
  expect(ids).toHaveLength(1)
})

test('books nothing where a date is taken, and names it; or leaves it out when told', async () => {
  const { dates, on, ...booking } = await made()
  await makeSlot(booking.sponsorId, booking.placementId, { date: on(1) })
  await expect(series({ ...booking, date: on(0), times: 3 })).rejects.toMatchObject({
    code: 'taken',
    detail: { taken: [on(1)] },
  })
  expect(await bookedDates()).toEqual([on(1)])
  await series({ ...booking, date: on(0), times: 3, skipTaken: true })
  expect(await bookedDates()).toEqual([on(0), on(1), on(2), on(3)])
})

test('says when there are not so many dates', async () => {
  const { dates, on, ...booking } = await made()
  const far = series({ ...booking, date: dates.at(-1), times: 2 })
  await expect(far).rejects.toMatchObject({ code: 'invalid', fields: { times: expect.any(String) } })
  expect(await bookedDates()).toEqual([])
})

test('of one place is booked once, however many ask for it, by issue and by date', async () => {
  const issue = await makeDraft(['A'], tester, '2027-03-07')
  const { sponsorId, placementId } = await made()
  const places = [{ issueId: issue.id }, { date: '2027-03-07' }]
  const asked = Array.from({ length: 20 }, (_, at) => series({ sponsorId, placementId, ...places[at % 2] }))
  const answers = await Promise.allSettled(asked)
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const answer of answers)
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'taken' })
  expect(await db().slot.count()).toBe(1)
})

test('for the house and for a company wait for each other, and both get their place', async () => {
  const issue = await makeDraft(['A'], tester, '2027-03-07')
  const { sponsorId, placementId } = await made()
  const bottom = await makePlacement({ name: 'Bottom', at: 'bottom', perIssue: 10 })
  const house = Array.from({ length: 10 }, () =>
    series({ sponsorId: 'house', placementId: bottom, issueId: issue.id }),
  )
  await Promise.all([...house, series({ sponsorId, placementId, date: '2027-03-07' })])
  expect(await db().slot.count()).toBe(11)
  expect(await db().sponsor.count({ where: { isHouse: true } })).toBe(1)
})

test('is the studio’s alone', async () => {
  const { contact } = await makeSponsor('Other')
  const input = bookSeriesSchema.parse({
    commandId: randomUUID(),
    sponsorId: contact.sponsorId,
    placementId: randomUUID(),
    date: '2027-03-07',
  })
  await expect(bookSeries(contact, input)).rejects.toMatchObject({ code: 'not_found' })
})
