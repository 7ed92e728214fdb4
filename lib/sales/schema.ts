import type { SlotTerms } from '@/lib/slots/schema'
import type { SlotState } from '@/lib/sponsors/schema'

/** A slot as its money goes. `price` in the currency's smallest unit; dates are `YYYY-MM-DD`. */
export type MoneyRow = SlotTerms & {
  id: string
  date: string
  sponsorId: string
  company: string
  placement: string
  state: SlotState
  /** The slot this one makes good: its price is that one's. */
  makeGoodForId: string | null
  /** Whether its price is in the sums. */
  counts: boolean
}

/** Of one currency, in its smallest unit. `total` is `paid` and `open` together. */
export type Sums = { currency: string; total: number; paid: number; open: number }
/** `key`: what the sums are of; `name`: how that is called. */
export type Totals = { key: string; name: string; sums: Sums[] }

export const moneyViews = ['all', 'unsent', 'unpaid', 'paid'] as const
/** All of a year, those of any year without an invoice or not paid, or those of a year that are paid. */
export type MoneyView = (typeof moneyViews)[number]
