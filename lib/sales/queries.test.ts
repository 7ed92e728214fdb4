import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { saveTerms } from '@/lib/sponsors/commands/save-terms'
import { saveTermsSchema } from '@/lib/sponsors/schema'
import { makePerson } from '@/lib/testing/actors'
import { makePublication, tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { moneyCsv } from './csv'
import { listMoney } from './queries'
import { sumByCompany, sumUp } from './rules'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})

const terms = (fields: object) => saveTermsSchema.parse({ commandId: randomUUID(), fields })

async function aSlot(date: string, name = 'Acme', fields: object = {}) {
  const sponsor = await makeSponsor(name)
  const { id } = await makeSlot(sponsor.id, await makePlacement({ price: 45_000 }), { date })
  await saveTerms(tester, { id, ...terms(fields) })
  return { id, sponsor }
}

describe('what was agreed', () => {
  test('is saved by field, and is on record', async () => {
    const editor = await makePerson('EDITOR')
    const { id } = await aSlot('2027-03-07')
    await saveTerms(editor, { id, ...terms({ purchaseOrder: ' PO  4711 ', paidOn: '2027-04-01' }) })
    await saveTerms(editor, { id, ...terms({ price: 9_950, currency: 'eur', invoice: '2027-118' }) })
    expect((await listMoney(editor, { year: 2027 }))[0]).toMatchObject({
      price: 9_950,
      currency: 'EUR',
      purchaseOrder: 'PO 4711',
      invoice: '2027-118',
      paidOn: '2027-04-01',
    })
    await saveTerms(editor, { id, ...terms({ paidOn: null }) })
    expect((await listMoney(editor, 'owed')).map((row) => row.id)).toEqual([id])
    const audit = await db().auditEvent.findFirst({ where: { action: 'save-terms', actorId: editor.id } })
    expect(audit).toMatchObject({ subjectId: id, detail: { fields: ['purchaseOrder', 'paidOn'] } })
  })

  test.each([
    { price: -1 },
    { price: 1.5 },
    { currency: 'Euro' },
    { paidOn: '2027-02-30' },
    { price: 100_000_001 },
    { state: 'RAN' },
  ])('refuses %j', (fields) => expect(() => terms(fields)).toThrow())

  test('is the studio’s alone', async () => {
    const { id, sponsor } = await aSlot('2027-03-07')
    for (const who of [sponsor.contact, await makePerson('SPONSOR')]) {
      await expect(listMoney(who, 'owed')).rejects.toMatchObject({ code: 'not_found' })
      await expect(saveTerms(who, { id, ...terms({ price: 0 }) })).rejects.toMatchObject({
        code: 'not_found',
      })
    }
    await expect(saveTerms(tester, { id: randomUUID(), ...terms({}) })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('the money of a year', () => {
  test('leaves out what was released and what nobody made good', async () => {
    await aSlot('2026-12-31')
    await aSlot('2027-01-01', 'Bolt', { paidOn: '2027-01-02' })
    const released = await aSlot('2027-05-02')
    await db().slot.update({ where: { id: released.id }, data: { state: 'RELEASED' } })
    const missed = await aSlot('2027-05-09', 'Corp')
    await db().slot.update({ where: { id: missed.id }, data: { state: 'MISSED' } })
    const sum = async () => sumUp(await listMoney(tester, { year: 2027 }))
    expect(await sum()).toEqual([{ currency: 'USD', total: 45_000, paid: 45_000, open: 0 }])
    const makeGood = await makeSlot(missed.sponsor.id, await makePlacement({ price: 70_000 }), {
      date: '2027-06-06',
    })
    await db().slot.update({ where: { id: makeGood.id }, data: { makeGoodForId: missed.id } })
    expect(await sum()).toEqual([{ currency: 'USD', total: 90_000, paid: 45_000, open: 45_000 }])
    const companies = sumByCompany(await listMoney(tester, { year: 2027 }))
    expect(companies.map(({ name }) => name)).toEqual(['Bolt', 'Corp'])
  })

  test('is written for spreadsheets, with what they would evaluate made inert', async () => {
    await aSlot('2027-03-07', '=Acme', { purchaseOrder: '+1', invoice: 'https://x.example/?a=1,2' })
    expect(moneyCsv(await listMoney(tester, { year: 2027 }))).toBe(
      'date,company,placement,state,counts,price,currency,purchase order,invoice,paid on\r\n' +
        `2027-03-07,'=Acme,Top,booked,yes,450,USD,'+1,"https://x.example/?a=1,2",\r\n`,
    )
  })
})
