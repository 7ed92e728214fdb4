import { Notice } from '@/components/ui/notice'
import type { InventoryPlacement } from '@/lib/inventory/schema'
import { dayInWords } from '@/lib/slots/rules'
import { deadlineOf } from '@/lib/sponsors/rules'
import { formatDay } from '@/lib/times/rules'

type Props = {
  /** Of the issue, `YYYY-MM-DD`. */
  date: string
  placement: InventoryPlacement
  today: string
  isHouse: boolean
}

/** When the copy of a booking is due, and what it means that it was due already. */
export function DueNote({ date, placement, today, isHouse }: Props) {
  const deadline = deadlineOf(date, placement.deadlineDays)
  const when = `${formatDay(deadline)} (${dayInWords(today, deadline)})`
  if (today <= deadline) return <p className="text-muted">Copy is due by the end of {when}.</p>
  return (
    <Notice tone="warn">
      Copy was due by the end of {when}.{' '}
      {isHouse
        ? 'Your own is taken all the same.'
        : placement.acceptsLate
          ? 'The sponsor is told that it is still taken.'
          : 'This placement takes nothing late: you would have to write it for them.'}
    </Notice>
  )
}
