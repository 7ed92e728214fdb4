'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Cell, Row } from '@/components/ui/table'
import { formatMoney } from '@/lib/money/rules'
import type { MoneyRow } from '@/lib/sales/schema'
import { stateInWords } from '@/lib/sponsors/rules'
import { formatDay } from '@/lib/times/rules'
import { TermsForm } from './terms-form'

const linkClass = 'underline decoration-edge underline-offset-2 hover:decoration-ink'
const none = <span className="text-muted">none</span>

/** A slot's money, changed in its place. */
export function MoneyLine({ row }: { row: MoneyRow }) {
  const [editing, setEditing] = useState(false)
  const change = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  useEffect(() => {
    // The button comes back with the line, and the focus to the button.
    if (!editing && wasEditing.current) change.current?.focus()
    wasEditing.current = editing
  }, [editing])
  const name = `${row.company}, ${formatDay(row.date)}`
  if (editing)
    return (
      <tr className="border-b border-rule max-md:block">
        <td colSpan={7} className="p-3 max-md:block">
          <TermsForm row={row} name={name} close={() => setEditing(false)} />
        </td>
      </tr>
    )
  return (
    <Row className={row.counts ? '' : 'text-muted'}>
      <Cell header>
        <a
          href={`/admin/sponsors/slots/${row.id}`}
          className={`inline-block min-h-6 font-medium whitespace-nowrap ${linkClass}`}
        >
          {formatDay(row.date)}
        </a>
        <span className="block text-[0.8125rem] text-muted">
          {row.placement}, {stateInWords(row.state)}
        </span>
      </Cell>
      <Cell label="Company" className="wrap-anywhere md:min-w-24">
        <span dir="auto">{row.company}</span>
      </Cell>
      <Cell label="Price" className="whitespace-nowrap tabular-nums">
        {formatMoney(row.price, row.currency)}
        {row.counts ? null : (
          <span className="block text-[0.8125rem]">
            {row.makeGoodForId ? 'make-good, not counted' : 'not counted'}
          </span>
        )}
      </Cell>
      <Cell label="Purchase order" className="wrap-anywhere md:min-w-20">
        {row.purchaseOrder || none}
      </Cell>
      <Cell label="Invoice">
        <Invoice invoice={row.invoice} />
      </Cell>
      <Cell label="Paid on">{row.paidOn ? formatDay(row.paidOn) : none}</Cell>
      <Cell className="md:py-1">
        <Button ref={change} tone="quiet" onClick={() => setEditing(true)}>
          Change<span className="sr-only"> the money of {name}</span>
        </Button>
      </Cell>
    </Row>
  )
}

/** A number, or where it lies. */
function Invoice({ invoice }: { invoice: string }) {
  if (!invoice) return none
  if (!/^https?:\/\//i.test(invoice)) return <span className="[overflow-wrap:anywhere]">{invoice}</span>
  return (
    <a href={invoice} rel="noopener" target="_blank" className={`[overflow-wrap:anywhere] ${linkClass}`}>
      {invoice.replace(/^https?:\/\//i, '')}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  )
}
