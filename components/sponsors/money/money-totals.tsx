import { Fragment } from 'react'
import { formatMoney } from '@/lib/money/rules'
import type { Totals } from '@/lib/sales/schema'

type Props = { year: number; months: readonly Totals[]; companies: readonly Totals[] }

/** What a year came to, by month and by company. */
export function MoneyTotals({ year, months, companies }: Props) {
  if (months.length === 0) return <p className="mb-8 text-muted">Nothing is booked in {year}.</p>
  return (
    <div className="mb-10 grid gap-8 lg:grid-cols-2">
      <TotalsTable title="By month" first="Month" totals={months} />
      <TotalsTable title="By company" first="Company" totals={companies} />
    </div>
  )
}

const cell = 'py-1.5 align-top'
const figure = `${cell} ps-3 text-end whitespace-nowrap tabular-nums`

function TotalsTable({ title, first, totals }: { title: string; first: string; totals: readonly Totals[] }) {
  return (
    <section className="min-w-0">
      <h2 className="mb-1 font-semibold">{title}</h2>
      <table className="w-full border-collapse">
        <caption className="sr-only">Totals {title.toLowerCase()}</caption>
        <thead>
          <tr className="border-b border-edge text-[0.8125rem] text-muted">
            <th scope="col" className={`${cell} text-start font-medium`}>
              {first}
            </th>
            {['Agreed', 'Paid', 'Open'].map((name) => (
              <th key={name} scope="col" className={`${figure} font-medium`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {totals.map(({ key, name, sums }) => (
            <Fragment key={key}>
              {sums.map(({ currency, total, paid, open }) => (
                <tr key={currency} className="border-b border-rule">
                  <th scope="row" dir="auto" className={`${cell} text-start font-normal wrap-anywhere`}>
                    {name}
                  </th>
                  {[total, paid, open].map((sum, index) => (
                    <td key={['total', 'paid', 'open'][index]} className={figure}>
                      {formatMoney(sum, currency)}
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}
