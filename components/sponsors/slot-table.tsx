import { Badge } from '@/components/ui/badge'
import { Cell, Row, Table } from '@/components/ui/table'
import { nextForCurator, nextForSponsor, standingInWords, toneOf } from '@/lib/slots/rules'
import type { SlotRow } from '@/lib/slots/schema'
import { formatDay } from '@/lib/times/rules'

type Props = {
  rows: readonly SlotRow[]
  today: string
  base: string
  caption: string
  viewer?: 'sponsor' | 'studio'
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Slots of one company, each leading to its own page. */
export function SlotTable({ rows, today, base, caption, viewer = 'sponsor' }: Props) {
  return (
    <div className="rounded-lg border border-rule bg-pane">
      <Table caption={caption} columns={['Issue of', 'Placement', 'State', 'Next']}>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell header>
              <a
                href={`${base}/${row.id}`}
                className="font-medium whitespace-nowrap underline decoration-edge underline-offset-2 hover:decoration-ink"
              >
                {formatDay(row.date)}
              </a>
            </Cell>
            <Cell label="Placement">{row.placement}</Cell>
            <Cell label="State">
              <Badge tone={toneOf(row, today)}>{capital(standingInWords(row, today, viewer))}</Badge>
            </Cell>
            <Cell label="Next">
              {viewer === 'studio' ? nextForCurator(row, today) : nextForSponsor(row, today)}
            </Cell>
          </Row>
        ))}
      </Table>
    </div>
  )
}
