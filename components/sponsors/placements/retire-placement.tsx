'use client'

import { useRefreshingCommand } from '@/components/accounts/use-refreshing-command'
import { Button } from '@/components/ui/button'

/** Takes a placement out of sale, or brings it back; it can be undone by the same button. */
export function RetirePlacement({ id, retired, name }: { id: string; retired: boolean; name: string }) {
  const { post, busy } = useRefreshingCommand()
  return (
    <Button
      busy={busy}
      onClick={() =>
        void post(
          `/api/placements/${id}/retire`,
          retired ? `${name} is on sale again.` : `${name} is out of sale. What is booked still runs.`,
          { retired: !retired },
        )
      }
    >
      {retired ? 'Sell it again' : 'Take out of sale'}
    </Button>
  )
}
