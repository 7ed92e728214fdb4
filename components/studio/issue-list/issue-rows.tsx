import Link from 'next/link'
import { plural } from '@/lib/counts/rules'
import type { IssueRow } from '@/lib/issue-list/schema'
import { formatDay } from '@/lib/times/rules'
import { nameOfIssue } from './issue-name'
import { RowActions } from './row-actions'
import { StateWords } from './state-words'

type Props = { rows: readonly IssueRow[]; zone: string; now: number; next: string }

/** The issues, one a row on a desk, stacked on a phone. */
export function IssueRows({ rows, zone, now, next }: Props) {
  return (
    <ol aria-label="Issues" className="overflow-clip rounded-lg border border-rule bg-pane">
      {rows.map((row) => (
        <li
          key={row.id}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-b border-rule px-4 py-2.5 last:border-b-0 lg:grid-cols-[2.5rem_minmax(0,1fr)_8.5rem_10rem_minmax(0,17rem)_8.5rem]"
        >
          <OneIssue row={row} zone={zone} now={now} next={next} />
        </li>
      ))}
    </ol>
  )
}

type OneProps = Omit<Props, 'rows'> & { row: IssueRow }

function OneIssue({ row, zone, now, next }: OneProps) {
  const { id, number, title, date, sections, items, can } = row
  const isOpen = number !== null
  const shown = title.trim() || (isOpen ? 'Untitled' : 'Not started')
  return (
    <>
      <span className="text-muted tabular-nums max-lg:hidden">{isOpen ? number : '–'}</span>
      <h2 className="font-medium max-lg:text-base" dir="auto">
        {can.edit ? (
          <Link href={`/admin/issues/${id}`} className="no-underline hover:underline">
            {shown}
          </Link>
        ) : (
          <span className={isOpen ? '' : 'font-normal text-muted'}>{shown}</span>
        )}
      </h2>
      <div className="max-lg:row-span-2 max-lg:self-start lg:order-last">
        <RowActions row={row} name={nameOfIssue(row)} next={next} />
      </div>
      <div className="max-lg:col-start-1 max-lg:flex max-lg:flex-wrap max-lg:gap-x-3 max-lg:text-[0.8125rem] lg:contents">
        <time dateTime={date} className="whitespace-nowrap text-muted tabular-nums">
          {formatDay(date)}
        </time>
        <span className="whitespace-nowrap text-muted tabular-nums">
          {isOpen ? `${plural(items, 'item')}, ${plural(sections, 'section')}` : null}
        </span>
      </div>
      <div className="max-lg:col-span-2">
        <StateWords row={row} zone={zone} now={now} />
      </div>
    </>
  )
}
