'use client'

import { StateBadge } from '@/components/ui/state-badge'
import { usePresent } from '@/components/ui/use-present'
import type { IssueRow } from '@/lib/issue-list/schema'
import { formatMoment, formatWait } from '@/lib/times/rules'

type Props = { row: IssueRow; zone: string; now: number }

/** The state of an issue, and what follows from it: when it goes out, what holds it, what readers don't have yet. */
export function StateWords({ row, zone, now }: Props) {
  return (
    <div className="grid gap-0.5">
      <StateBadge state={row.state} />
      <Detail row={row} zone={zone} now={now} />
    </div>
  )
}

const quiet = 'text-[0.8125rem] text-muted'

function Detail({ row, zone, now }: Props) {
  const { state, scheduledAt, heldReason, changes, withdrawnAt } = row
  if (state === 'SCHEDULED' && heldReason) {
    return <span className="text-[0.8125rem] font-medium text-bad">Held: {heldReason}</span>
  }
  if (state === 'SCHEDULED' && scheduledAt) {
    return <GoesOut at={scheduledAt} zone={row.scheduledZone ?? zone} now={now} />
  }
  if (state === 'PUBLISHED' && changes) {
    const told = changes === 1 ? '1 unpublished change' : `${changes} unpublished changes`
    return <span className="text-[0.8125rem] text-warn">{told}</span>
  }
  if (state === 'WITHDRAWN' && withdrawnAt) {
    return <span className={quiet}>{formatMoment(new Date(withdrawnAt), zone, new Date(now))}</span>
  }
  return null
}

/** Counts down while the page is open. */
function GoesOut({ at, zone, now }: { at: string; zone: string; now: number }) {
  const time = usePresent(now)
  const instant = new Date(at)
  const wait = formatWait(instant.getTime() - time)
  return (
    <span className={quiet}>
      goes out <b className="font-semibold text-ink">{formatMoment(instant, zone, new Date(time))}</b>, {wait}
    </span>
  )
}
