import { describe, expect, test } from 'vitest'
import { countsInSums, isUnpaid, isUnsent, sumByCompany, sumByMonth, sumUp, yearIn } from './rules'
import type { MoneyRow } from './schema'

const slot = (id: string, state: MoneyRow['state'], makeGoodForId: string | null = null) => ({
  id,
  state,
  makeGoodForId,
})

describe('a slot counts', () => {
  const counted = (slots: ReturnType<typeof slot>[]) =>
    slots.filter((each) => countsInSums(each, slots)).map(({ id }) => id)

  test('from its booking on, and no longer when it is released', () => {
    const states = ['HELD', 'BOOKED', 'COPY_SUBMITTED', 'CHANGES_REQUESTED', 'APPROVED', 'RAN'] as const
    expect(counted(states.map((state) => slot(state, state)))).toEqual(states.slice(1))
    expect(counted([slot('a', 'RELEASED')])).toEqual([])
  })
  test('when missed only if it is made good, and then once', () => {
    expect(counted([slot('a', 'MISSED')])).toEqual([])
    expect(counted([slot('a', 'MISSED'), slot('b', 'BOOKED', 'a')])).toEqual(['a'])
    expect(counted([slot('a', 'MISSED'), slot('b', 'RELEASED', 'a')])).toEqual([])
  })
  test('when its make-good was missed too, if that is made good', () => {
    const chain = [slot('a', 'MISSED'), slot('b', 'MISSED', 'a')]
    expect(counted(chain)).toEqual([])
    expect(counted([...chain, slot('c', 'RAN', 'b')])).toEqual(['a'])
  })
})

const row = (fields: Partial<MoneyRow>): MoneyRow => ({
  id: 'x',
  date: '2027-03-07',
  sponsorId: 'acme',
  company: 'Acme',
  placement: 'Top',
  state: 'RAN',
  makeGoodForId: null,
  counts: true,
  price: 45_000,
  currency: 'USD',
  purchaseOrder: '',
  invoice: '',
  paidOn: null,
  ...fields,
})

describe('sums', () => {
  const rows = [
    row({}),
    row({ date: '2027-03-14', paidOn: '2027-04-01' }),
    row({ date: '2027-04-04', currency: 'EUR', price: 9_950, sponsorId: 'bolt', company: 'Bolt' }),
    row({ date: '2027-04-04', price: 999_999, counts: false }),
    row({ date: '2027-04-11', currency: 'JPY', price: 1_200 }),
  ]
  test('are kept apart by currency, in smallest units', () => {
    expect(sumUp(rows)).toEqual([
      { currency: 'EUR', total: 9_950, paid: 0, open: 9_950 },
      { currency: 'JPY', total: 1_200, paid: 0, open: 1_200 },
      { currency: 'USD', total: 90_000, paid: 45_000, open: 45_000 },
    ])
  })
  test('by month, in order', () => {
    expect(sumByMonth(rows).map(({ key, sums }) => [key, sums.map(({ currency }) => currency)])).toEqual([
      ['2027-03', ['USD']],
      ['2027-04', ['EUR', 'JPY']],
    ])
  })
  test('by company, by name; two of one name stay two', () => {
    const twins = [...rows, row({ sponsorId: 'other', price: 1 })]
    expect(sumByCompany(twins).map(({ name, sums }) => [name, sums.length])).toEqual([
      ['Acme', 2],
      ['Acme', 1],
      ['Bolt', 1],
    ])
  })
})

test('what is to be done: an invoice to be sent, a payment to come in', () => {
  expect([isUnsent(row({})), isUnpaid(row({}))]).toEqual([true, false])
  expect([isUnsent(row({ invoice: '118' })), isUnpaid(row({ invoice: '118' }))]).toEqual([false, true])
  const paid = row({ invoice: '118', paidOn: '2027-04-01' })
  expect([isUnsent(paid), isUnpaid(paid)]).toEqual([false, false])
  for (const nothing of [row({ price: 0 }), row({ counts: false })])
    expect([isUnsent(nothing), isUnpaid(nothing)]).toEqual([false, false])
})

test('a year is read from an address, or is the present one', () => {
  const today = new Date('2027-03-07T00:00:00Z')
  expect(['2025', '25', '0001', 'x', null].map((text) => yearIn(text, today))).toEqual([
    2025, 2027, 2027, 2027, 2027,
  ])
})
