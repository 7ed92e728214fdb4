import { writeCsv } from '@/lib/csv/rules'
import { writeMoney } from '@/lib/money/rules'
import { stateInWords } from '@/lib/sponsors/rules'
import type { MoneyRow } from './schema'

const head = [
  ...['date', 'company', 'placement', 'state', 'counts', 'price', 'currency'],
  ...['purchase order', 'invoice', 'paid on'],
]

/** Slots and their money as CSV; prices in the currency's own unit, with a point. */
export function moneyCsv(rows: readonly MoneyRow[]): string {
  const lines = rows.map((row) => [
    row.date,
    row.company,
    row.placement,
    stateInWords(row.state),
    row.counts ? 'yes' : 'no',
    writeMoney(row.price, row.currency),
    row.currency,
    row.purchaseOrder,
    row.invoice,
    row.paidOn,
  ])
  return writeCsv([head, ...lines])
}
