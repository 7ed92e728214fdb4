'use client'

import { useDroppable } from '@dnd-kit/core'
import { Button } from '@/components/ui/button'
import type { InventoryPlacement, InventoryWait } from '@/lib/inventory/schema'
import { formatDay } from '@/lib/times/rules'
import { type Place, useBooking } from './booking-context'

type Props = {
  date: string
  issueId: string | null
  placement: InventoryPlacement
  left: number
  scheduled: boolean
  /** Who waits for it, longest first. */
  waiting: readonly InventoryWait[]
}

/** A place that can be booked, or that a booking can be dropped on. */
export function FreePlace({ date, issueId, placement, left, scheduled, waiting }: Props) {
  const { book } = useBooking()
  const place: Place = { date, issueId, placement, scheduled }
  const [first] = waiting
  const { setNodeRef, isOver } = useDroppable({ id: `${date}:${issueId}:${placement.id}`, data: place })
  const words = `Book${first ? ` for ${first.sponsor}` : ''}${left > 1 ? ` (${left} left)` : ''}`
  const where = `${placement.name} on ${formatDay(date)}`
  return (
    <div
      ref={setNodeRef}
      className={`-m-1 rounded-md p-1 max-md:inline-block ${isOver ? 'bg-sunk outline-2 outline-accent' : ''}`}
    >
      <Button
        className="max-w-full border-dashed py-1 leading-tight wrap-anywhere text-muted"
        aria-label={first ? `${words}, who waits for it: ${where}` : `Book ${where}`}
        onClick={() => book(first ? { ...place, sponsorId: first.sponsorId } : place)}
      >
        {words}
      </Button>
    </div>
  )
}
