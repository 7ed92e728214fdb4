'use client'

import { X } from 'lucide-react'
import { useRefreshingCommand } from '@/components/accounts/use-refreshing-command'
import { Button } from '@/components/ui/button'
import type { InventoryWait } from '@/lib/inventory/schema'
import { formatDay } from '@/lib/times/rules'

/** Who waits for a place, longest first. */
export function WaitingList({ waiting, date }: { waiting: readonly InventoryWait[]; date: string }) {
  const { post, busy } = useRefreshingCommand()
  if (waiting.length === 0) return null
  return (
    <ul aria-label={`Waiting for ${formatDay(date)}`} className="text-[0.8125rem] text-muted">
      {waiting.map(({ id, sponsor }) => (
        <li key={id} className="flex items-center gap-1">
          <span>
            <span dir="auto">{sponsor}</span> waits
          </span>
          <Button
            tone="quiet"
            className="px-1"
            busy={busy}
            aria-label={`${sponsor} waits no longer for ${formatDay(date)}`}
            onClick={() => void post(`/api/waitlist/${id}/leave`, `${sponsor} waits no longer.`)}
          >
            <X aria-hidden="true" size={14} />
          </Button>
        </li>
      ))}
    </ul>
  )
}
