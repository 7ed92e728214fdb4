import Link from 'next/link'
import { Cell, Row, Table } from '@/components/ui/table'
import type { CompanyRow } from '@/lib/slots/schema'
import { formatDay } from '@/lib/times/rules'

/** Every company, with what it has coming. */
export function CompanyTable({ rows }: { rows: readonly CompanyRow[] }) {
  return (
    <div className="rounded-lg border border-rule bg-pane">
      <Table caption="Companies" columns={['Company', 'Contacts', 'Coming', 'Ran', 'Last']}>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell header>
              <Link
                href={`/admin/sponsors/companies/${row.id}`}
                dir="auto"
                className="font-medium underline decoration-edge underline-offset-2 hover:decoration-ink"
              >
                {row.name}
              </Link>
              {row.field ? <span className="block text-[0.8125rem] text-muted">{row.field}</span> : null}
            </Cell>
            <Cell label="Contacts">{row.contacts || <span className="text-warn">none</span>}</Cell>
            <Cell label="Coming">{row.coming}</Cell>
            <Cell label="Ran">{row.ran}</Cell>
            <Cell label="Last">{row.lastRan ? formatDay(row.lastRan) : 'never'}</Cell>
          </Row>
        ))}
      </Table>
    </div>
  )
}
