'use client'

import Link from 'next/link'
import { nameOfIssue } from '@/components/studio/issue-list/issue-name'
import { RowActions } from '@/components/studio/issue-list/row-actions'
import { Badge } from '@/components/ui/badge'
import { StateBadge } from '@/components/ui/state-badge'
import type { CalendarDay, CalendarIssue, CalendarSlot } from '@/lib/calendar/schema'
import { formatDay } from '@/lib/times/rules'
import { PlanHere } from './plan-here'

type Props = { day: CalendarDay; next: string }

const link = 'underline decoration-edge underline-offset-2 hover:decoration-ink wrap-anywhere'

/** What happens on a day: its issues, copy that is due, and what goes out. */
export function DayEvents({ day, next }: Props) {
  return (
    <div className="grid gap-2 text-[0.8125rem]">
      {day.issues.map((issue) => (
        <IssueCard key={issue.row.id} issue={issue} next={next} />
      ))}
      {day.isExpected && day.issues.length === 0 ? (
        <div className="rounded-md border border-dashed border-edge px-2 py-1.5">
          <p className="text-muted">An issue is due by the rhythm.</p>
          <PlanHere date={day.date} />
        </div>
      ) : null}
      {day.departures.map(({ issueId, name, at, date }) => (
        <p key={issueId}>
          <Link href={`/admin/issues/${issueId}`} className={link}>
            {name}
          </Link>{' '}
          goes out at {at}, dated {formatDay(date)}
        </p>
      ))}
      {day.deadlines.map(({ slot, issueDate }) => (
        <p key={slot.id} className="border-s-2 border-warn ps-2">
          <span className="font-medium">Copy due: </span>
          <SlotLink slot={slot} />
          <span className="block text-muted">
            {slot.words}, for {formatDay(issueDate)}
          </span>
        </p>
      ))}
    </div>
  )
}

function IssueCard({ issue: { row, slots, free, goesOut }, next }: { issue: CalendarIssue; next: string }) {
  const name = nameOfIssue(row)
  return (
    <article className="grid gap-1 rounded-md border border-rule bg-pane px-2 py-1.5">
      <h3 className="font-medium" dir="auto">
        {row.can.edit ? (
          <Link href={`/admin/issues/${row.id}`} className={link}>
            {name}
          </Link>
        ) : (
          <span className="text-muted">Not started</span>
        )}
      </h3>
      <div className="flex flex-wrap items-center gap-x-2">
        <StateBadge state={row.state} />
        {goesOut ? <span className="text-muted tabular-nums">{goesOut}</span> : null}
        <div className="ms-auto">
          <RowActions row={row} name={name} next={next} />
        </div>
      </div>
      {row.heldReason ? <p className="font-medium text-bad">Held: {row.heldReason}</p> : null}
      {slots.length > 0 ? (
        <ul className="grid gap-0.5">
          {slots.map((slot) => (
            <li key={slot.id}>
              <SlotLink slot={slot} />
              <span className="block">
                <Badge tone={slot.tone}>{slot.words}</Badge>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {free > 0 ? (
        <Link href={`/admin/sponsors?from=${row.date}`} className={`text-muted ${link}`}>
          {free === 1 ? '1 place free' : `${free} places free`}
        </Link>
      ) : null}
    </article>
  )
}

function SlotLink({ slot }: { slot: CalendarSlot }) {
  return (
    <Link href={`/admin/sponsors/slots/${slot.id}`} className={link}>
      {slot.sponsor}
      <span className="sr-only">, {slot.placement}</span>
    </Link>
  )
}
