'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useRefreshingCommand } from '@/components/accounts/use-refreshing-command'
import { sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { EarlierCopy, SlotDetail } from '@/lib/slots/schema'
import { RunEarlier } from './run-earlier'

type Props = { slot: SlotDetail; earlier: EarlierCopy[]; waits: boolean }

/** What the curator can do when nothing comes: never stuck on the day of the issue. */
export function SilentSponsor({ slot, earlier, waits }: Props) {
  const { post, busy } = useRefreshingCommand()
  const { run } = useCommand()
  const router = useRouter()
  const [asks, setAsks] = useState(false)
  const [asksHouse, setAsksHouse] = useState(false)
  const { id, sponsor, state } = slot
  if (state === 'APPROVED') return null
  return (
    <section
      aria-labelledby="silent"
      className="mt-8 grid gap-3 rounded-lg border border-rule bg-pane px-4 py-3"
    >
      <h2 id="silent" className="font-semibold">
        {waits ? 'Other ways' : 'If nothing comes'}
      </h2>
      <RunEarlier slot={slot} earlier={earlier} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button tone="danger" busy={busy} onClick={() => setAsks(true)}>
          Run without…
        </Button>
        <Button busy={busy} onClick={() => setAsksHouse(true)}>
          Run house copy instead…
        </Button>
        <p className="text-[0.8125rem] text-muted">
          The issue goes out without this message; you can offer {sponsor.name} another date for it.
        </p>
      </div>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title={`Run without ${sponsor.name}?`}
        confirm="Run without"
        tone="danger"
        onConfirm={async () => {
          const reason = 'No approved copy in time.'
          await post(
            `/api/slots/${id}/miss`,
            'The slot is missed. Book a make-good for it.',
            { reason },
            { path: `/api/slots/${id}/restore`, done: 'The slot stands as before.' },
          )
        }}
      >
        <p>The slot becomes “missed” and its place is free again. A make-good can be booked for it.</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asksHouse}
        onOpenChange={setAsksHouse}
        title={`Run house copy instead of ${sponsor.name}?`}
        confirm="Run house copy"
        tone="danger"
        onConfirm={async () => {
          await run(async () => {
            const house = await sendCommand<{ slotId: string }>('POST', `/api/slots/${id}/house-copy`)
            router.push(`/admin/sponsors/slots/${house.slotId}`)
          })
        }}
      >
        <p>
          The slot becomes “missed”, and a make-good can be booked for it. The house copy that ran last stands
          in its place; where there is none yet, you write it next.
        </p>
      </ConfirmDialog>
    </section>
  )
}
