import Link from 'next/link'
import type { CSSProperties } from 'react'
import { StateBadge } from '@/components/ui/state-badge'
import { isBookable } from '@/lib/inventory/rules'
import type { InventoryDate, InventoryPlacement } from '@/lib/inventory/schema'
import { dayInWords } from '@/lib/slots/rules'
import { formatDay } from '@/lib/times/rules'
import { FreePlace } from './free-place'
import { SlotCell } from './slot-cell'
import { WaitingList } from './waiting-list'

type Props = {
  placements: readonly InventoryPlacement[]
  rows: readonly InventoryDate[]
  today: string
}

/** Many placements scroll beside the dates: in a narrower column a button would lie on its neighbour. */
const wide = 'w-full md:min-w-[calc(11rem+var(--placements)*10rem)] md:table-fixed'
const dateColumn = 'text-start md:sticky md:start-0 md:bg-pane'

/** The coming dates against what can be sold in each. On a phone every date is a block of its own. */
export function InventoryTable({ placements, rows, today }: Props) {
  const columns = { '--placements': placements.length } as CSSProperties
  return (
    <div className="overflow-x-auto rounded-lg border border-rule bg-pane md:scroll-ps-44">
      <table style={columns} className={`border-collapse max-md:block ${wide}`}>
        <caption className="sr-only">Coming dates and what is booked</caption>
        <thead className="max-md:sr-only">
          <tr className="border-b border-rule text-[0.8125rem] text-muted">
            <th scope="col" className={`w-44 px-3 py-2 font-medium ${dateColumn}`}>
              Issue of
            </th>
            {placements.map(({ id, name, perIssue }) => (
              <th key={id} scope="col" className="px-3 py-2 text-start font-medium">
                {name}
                {perIssue === 0 ? ' (out of sale)' : ''}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {rows.map((row) => (
            <tr
              key={`${row.date}-${row.issueId}`}
              className="border-b border-rule align-top last:border-b-0 max-md:grid max-md:gap-2 max-md:p-3"
            >
              <th scope="row" className={`px-3 py-2.5 font-normal max-md:p-0 ${dateColumn} md:z-10`}>
                <DateHead row={row} today={today} />
              </th>
              {placements.map((placement) => (
                <td key={placement.id} className="px-3 py-2.5 max-md:p-0">
                  <span className="me-2 text-[0.8125rem] text-muted md:hidden">{placement.name}</span>
                  <Places row={row} placement={placement} today={today} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DateHead({ row, today }: { row: InventoryDate; today: string }) {
  const day = formatDay(row.date)
  return (
    <>
      {row.issueId ? (
        <Link
          href={`/admin/issues/${row.issueId}`}
          className="font-medium whitespace-nowrap underline decoration-edge underline-offset-2 hover:decoration-ink"
        >
          {day}
        </Link>
      ) : (
        <span className="font-medium whitespace-nowrap">{day}</span>
      )}
      <span className="block text-[0.8125rem] text-muted">
        {dayInWords(today, row.date)}
        {row.number === null ? '' : ` · #${row.number}`}
      </span>
      {row.state && row.state !== 'PLANNED' ? (
        <span className="text-[0.8125rem]">
          <StateBadge state={row.state} />
        </span>
      ) : null}
    </>
  )
}

type PlacesProps = { row: InventoryDate; placement: InventoryPlacement; today: string }

function Places({ row, placement, today }: PlacesProps) {
  const slots = row.slots.filter(({ placementId }) => placementId === placement.id)
  const waiting = row.waiting.filter(({ placementId }) => placementId === placement.id)
  const isOpen = isBookable(row, today)
  const free = isOpen ? placement.perIssue - slots.length : 0
  if (slots.length === 0 && free <= 0) return <span className="text-muted">–</span>
  return (
    <div className="grid gap-1.5">
      {slots.map((slot) => (
        <SlotCell
          key={slot.id}
          slot={slot}
          date={row.date}
          issueId={isOpen && free <= 0 ? row.issueId : null}
          isWithdrawn={row.state === 'WITHDRAWN'}
          placement={placement}
          today={today}
        />
      ))}
      {free > 0 ? (
        <FreePlace
          date={row.date}
          issueId={row.issueId}
          placement={placement}
          left={free}
          scheduled={row.state === 'SCHEDULED'}
          waiting={waiting}
        />
      ) : null}
      {isOpen ? <WaitingList waiting={waiting} date={row.date} /> : null}
    </div>
  )
}
