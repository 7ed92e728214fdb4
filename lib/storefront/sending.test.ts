import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { isWithinLimit } from '@/lib/accounts/rate-limit'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { AppError } from '@/lib/errors/app-error'
import { keepForm } from '@/lib/forms/commands/keep-form'
import { keptForm } from '@/lib/forms/queries'
import { companyNames } from '@/lib/slots/queries/companies'
import { makePerson } from '@/lib/testing/actors'
import { tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { asked, freeDates, makeRequest, openStorefront } from '@/lib/testing/storefront'
import { testDatabase } from '@/lib/testing/test-database'
import { sendRequest } from './commands/send-request'
import { readStorefront } from './queries'
import { requestForm, requestLimits } from './rules'
import { sendRequestSchema } from './schema'

const database = testDatabase()
let placementId: string
beforeEach(async () => {
  await database.empty()
  await openStorefront()
  placementId = await makePlacement({ price: 25_000 })
})

const mailedTo = async () => {
  const { rows } = await pgPool().query(
    `SELECT payload ->> 'to' AS "to" FROM graphile_worker._private_jobs WHERE payload ->> 'to' IS NOT NULL`,
  )
  return rows.map((row) => row.to)
}

describe('a request', () => {
  test('keeps the place, plans its issue, and tells the editors; no list of companies shows it', async () => {
    const { email } = await makePerson('EDITOR')
    const [date = ''] = await freeDates(placementId)
    const { slotId } = await makeRequest(placementId)
    const slot = await db().slot.findUniqueOrThrow({
      where: { id: slotId },
      include: { issue: true, sponsor: true },
    })
    expect(slot).toMatchObject({ state: 'HELD', price: 25_000, issue: { state: 'PLANNED' } })
    expect(slot.issue.date.toISOString().slice(0, 10)).toBe(date)
    expect(Math.round(((slot.heldUntil?.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(5)
    expect(slot.sponsor).toMatchObject({ name: 'Acme', confirmedAt: null })
    expect(await companyNames(tester)).toEqual([])
    expect(await mailedTo()).toEqual([email])
    expect(await freeDates(placementId)).not.toContain(date)
  })

  test('sent again is the same one, even at once', async () => {
    const [date = ''] = await freeDates(placementId)
    const input = asked(placementId, date)
    const limit = requestLimits.address.limit
    await Promise.all(Array.from({ length: limit }, () => sendRequest(input, '')))
    expect(await db().slotRequest.count()).toBe(1)
    expect(await db().slot.count()).toBe(1)
    expect(await db().issue.count()).toBe(1)
  })

  test('for a place that is taken is refused at its field, and leaves nothing', async () => {
    const [date = ''] = await freeDates(placementId)
    await makeSlot((await makeSponsor()).id, placementId, { date })
    const refused = sendRequest(asked(placementId, date), '')
    await expect(refused).rejects.toMatchObject({ code: 'taken', fields: { place: expect.any(String) } })
    expect(await db().slotRequest.count()).toBe(0)
    expect(await db().sponsor.count({ where: { confirmedAt: null } })).toBe(0)
  })

  test('of ten for one place at once: one is held, nine are told', async () => {
    const [date = ''] = await freeDates(placementId)
    const all = Array.from({ length: 10 }, () => sendRequest(asked(placementId, date), ''))
    const results = await Promise.allSettled(all)
    const codes = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))
    expect(codes).toEqual(Array.from({ length: 9 }, () => 'taken'))
    expect(await db().slot.count({ where: { state: 'HELD' } })).toBe(1)
  })

  test.each(['1999-01-03', '2199-01-06'])('for %s, which nobody offered, is refused', async (date) => {
    await expect(sendRequest(asked(placementId, date), '')).rejects.toMatchObject({ code: 'taken' })
  })

  test.each([
    ['is not offered', { isOffered: false }],
    ['is out of sale', { retiredAt: new Date() }],
  ])('for a placement that %s is refused', async (_what, data) => {
    const [date = ''] = await freeDates(placementId)
    await db().placement.update({ where: { id: placementId }, data })
    await expect(sendRequest(asked(placementId, date), '')).rejects.toMatchObject({ code: 'taken' })
  })

  test('is not taken while the storefront is closed', async () => {
    const [date = ''] = await freeDates(placementId)
    await db().publication.update({ where: { id: 1 }, data: { storefrontOpen: false } })
    await expect(sendRequest(asked(placementId, date), '')).rejects.toMatchObject({ code: 'not_found' })
    expect(await readStorefront()).toBeNull()
  })

  test('of a robot is answered alike, and does nothing', async () => {
    const [date = ''] = await freeDates(placementId)
    const robot = asked(placementId, date, { reference: 'https://spam.example' })
    expect(await sendRequest(robot, '')).toEqual({ sent: true })
    expect(await db().slot.count()).toBe(0)
  })
})

test('of 1,000 at once, exactly as many are taken as the limit says', async () => {
  const places = await Promise.all(Array.from({ length: 3 }, () => makePlacement({ perIssue: 20 })))
  const dates = await freeDates(places[0] ?? '')
  const all = Array.from({ length: 1000 }, (_, index) =>
    sendRequest(asked(places[index % 3] ?? '', dates[index % 5] ?? ''), ''),
  )
  const results = await Promise.allSettled(all)
  const { limit } = requestLimits.all
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(limit)
  const codes = new Set(results.flatMap((it) => (it.status === 'rejected' ? [it.reason.code] : [])))
  expect([...codes]).toEqual(['too_many'])
  expect(await db().slot.count({ where: { state: 'HELD' } })).toBe(limit)
}, 60_000)

describe('a form that can’t be taken', () => {
  test('is kept with what was typed and what is wrong, for whoever knows its id', async () => {
    const sent = { place: 'x', company: 'Acme\u0000', email: 'no', message: 'Hello', reference: '' }
    const { error } = sendRequestSchema.safeParse(sent)
    const fields = Object.fromEntries(error?.issues.map((it) => [it.path.join('.'), it.message]) ?? [])
    const path = await keepForm(requestForm, new AppError('invalid', 'No', { fields }), sent)
    const kept = await keptForm(requestForm, path.split('kept=')[1] ?? '')
    expect(kept?.typed).toMatchObject({ company: 'Acme', message: 'Hello' })
    expect(Object.keys(kept?.problems ?? {}).sort()).toEqual(['contactName', 'email', 'place'])
    expect(await keptForm(requestForm, randomUUID())).toBeNull()
    expect(await keptForm(requestForm, "'; --")).toBeNull()
  })

  test('is not kept any more once too many are, nor what another site sent', async () => {
    for (let count = 0; count < requestForm.limit.limit; count += 1)
      await isWithinLimit(requestForm.name, '', requestForm.limit)
    const path = await keepForm(requestForm, new AppError('too_many', 'Too many'), { company: 'Acme' })
    expect(path).toBe('/sponsor-us/request?problem=too_many')
    expect(await keepForm(requestForm, new AppError('origin', 'No'), {})).toContain('problem=origin')
    expect(await db().commandReceipt.count({ where: { command: 'kept-request-form' } })).toBe(0)
  })

  test('is not kept empty, where it was refused unread', async () => {
    for (const code of ['unauthenticated', 'too_large'] as const)
      expect(await keepForm(requestForm, new AppError(code, 'No'), {})).toContain(`?problem=${code}`)
    expect(await db().commandReceipt.count({ where: { command: 'kept-request-form' } })).toBe(0)
  })
})
