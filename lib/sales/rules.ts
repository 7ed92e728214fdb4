import { isLive } from '@/lib/sponsors/rules'
import type { SlotState } from '@/lib/sponsors/schema'
import { monthInWords } from '@/lib/times/rules'
import type { MoneyRow, Sums, Totals } from './schema'

type Standing = { id: string; state: SlotState; makeGoodForId: string | null }

function isMadeGood(id: string, slots: readonly Standing[]): boolean {
  return slots.some(
    (slot) =>
      slot.makeGoodForId === id &&
      (isLive(slot.state) || (slot.state === 'MISSED' && isMadeGood(slot.id, slots))),
  )
}

/**
 * Whether a slot's price is in the sums. A hold is nothing agreed; what was released is off; what was missed is owed
 * only once it is made good, and then at its own price, so the make-good's doesn't count beside it.
 * @param slots at least every make-good there is
 */
export function countsInSums(slot: Standing, slots: readonly Standing[]): boolean {
  if (slot.makeGoodForId !== null) return false
  if (slot.state === 'MISSED') return isMadeGood(slot.id, slots)
  return isLive(slot.state) && slot.state !== 'HELD'
}

/** What counts, by currency: amounts in different currencies are never added. */
export function sumUp(rows: readonly MoneyRow[]): Sums[] {
  const sums = new Map<string, Sums>()
  for (const { counts, currency, price, paidOn } of rows) {
    if (!counts) continue
    const { total, paid, open } = sums.get(currency) ?? { total: 0, paid: 0, open: 0 }
    const [more, less] = paidOn === null ? [0, price] : [price, 0]
    sums.set(currency, { currency, total: total + price, paid: paid + more, open: open + less })
  }
  return [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

function sumBy(rows: readonly MoneyRow[], keyOf: (row: MoneyRow) => { key: string; name: string }): Totals[] {
  const groups = new Map<string, { name: string; rows: MoneyRow[] }>()
  for (const row of rows) {
    if (!row.counts) continue
    const { key, name } = keyOf(row)
    const group = groups.get(key) ?? { name, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  return [...groups].map(([key, group]) => ({ key, name: group.name, sums: sumUp(group.rows) }))
}

/** By the month of the issue, in order; `key` is `YYYY-MM`. */
export function sumByMonth(rows: readonly MoneyRow[]): Totals[] {
  const monthOf = ({ date }: MoneyRow) => ({
    key: date.slice(0, 7),
    name: monthInWords(date),
  })
  return sumBy(rows, monthOf).sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** By company, in the order of their names. */
export function sumByCompany(rows: readonly MoneyRow[]): Totals[] {
  const totals = sumBy(rows, ({ sponsorId, company }) => ({ key: sponsorId, name: company }))
  return totals.sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

const isOwed = ({ counts, price, paidOn }: MoneyRow) => counts && price > 0 && paidOn === null

/** Whether an invoice is to be sent. */
export const isUnsent = (row: MoneyRow): boolean => isOwed(row) && row.invoice === ''
/** Whether an invoice was sent and isn't paid. */
export const isUnpaid = (row: MoneyRow): boolean => isOwed(row) && row.invoice !== ''

/** A year as it stands in an address, or the present one where there is none that can be meant. */
export function yearIn(text: string | null, now: Date): number {
  const year = /^\d{4}$/.test(text ?? '') ? Number(text) : 0
  return year >= 1970 && year <= 2999 ? year : now.getUTCFullYear()
}
