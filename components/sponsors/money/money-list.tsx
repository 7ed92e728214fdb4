import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { formatMoney } from '@/lib/money/rules'
import { sumUp } from '@/lib/sales/rules'
import { type MoneyRow, type MoneyView, moneyViews } from '@/lib/sales/schema'
import { MoneyLine } from './money-line'

type Props = { lists: Record<MoneyView, MoneyRow[]>; view: MoneyView; year: number }

const names = (year: number): Record<MoneyView, string> => ({
  all: `All of ${year}`,
  unsent: 'Not invoiced',
  unpaid: 'Invoiced, not paid',
  paid: `Paid, of ${year}`,
})

const sumInWords = (rows: readonly MoneyRow[]) =>
  sumUp(rows)
    .map(({ total, currency }) => formatMoney(total, currency))
    .join(' and ')

/** Slot by slot, what was agreed and what became of it; what is still owed, of all years. */
export function MoneyList({ lists, view, year }: Props) {
  const rows = lists[view]
  const sum = sumInWords(rows)
  return (
    <section aria-labelledby="slots">
      <h2 id="slots" className="mb-2 font-semibold">
        Slot by slot
      </h2>
      <nav aria-label="Which slots" className="mb-2 flex flex-wrap gap-1">
        {moneyViews.map((name) => (
          <a
            key={name}
            href={`/admin/sponsors/money?year=${year}&show=${name}`}
            aria-current={name === view ? 'true' : undefined}
            className="inline-flex min-h-8 items-center rounded-md border border-transparent px-2.5 text-[0.8125rem] no-underline hover:bg-sunk aria-[current]:border-edge aria-[current]:bg-pane aria-[current]:font-semibold pointer-coarse:min-h-11"
          >
            {names(year)[name]} ({lists[name].length})
          </a>
        ))}
      </nav>
      {rows.length === 0 ? (
        <EmptyState title="Nothing here">
          <p>
            {view === 'unsent' || view === 'unpaid'
              ? 'Nobody owes you anything of this kind.'
              : 'No slot is like that.'}
          </p>
        </EmptyState>
      ) : (
        <div className="rounded-lg border border-rule bg-pane">
          <Table
            caption={names(year)[view]}
            columns={['Issue of', 'Company', 'Price', 'Purchase order', 'Invoice', 'Paid on', 'Change']}
          >
            {rows.map((row) => (
              <MoneyLine key={row.id} row={row} />
            ))}
          </Table>
          {sum ? <p className="px-3 py-2.5 text-muted">Together {sum}.</p> : null}
        </div>
      )}
    </section>
  )
}
