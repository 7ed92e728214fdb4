'use client'

import { useState } from 'react'
import { useRefreshingCommand } from '@/components/accounts/use-refreshing-command'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { InventoryPlacement } from '@/lib/inventory/schema'
import { formatDay } from '@/lib/times/rules'
import { useBooking } from './booking-context'

type Props = {
  date: string
  issueId: string
  placement: InventoryPlacement
  /** Who has the place, and need not wait for it. */
  besides: string
  onClose: () => void
}

/** Lets a company wait for a place that is taken. */
export function WaitDialog({ date, issueId, placement, besides, onClose }: Props) {
  const companies = useBooking().companies.filter(({ id }) => id !== besides)
  const { post, busy } = useRefreshingCommand()
  const [sponsorId, setSponsorId] = useState(companies[0]?.id ?? '')
  const name = companies.find(({ id }) => id === sponsorId)?.name ?? ''
  const join = async () => {
    const input = { issueId, placementId: placement.id, sponsorId }
    if (await post('/api/waitlist', `${name} waits for ${formatDay(date)}.`, input)) onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Wait for ${placement.name}`}
      description={`Issue of ${formatDay(date)}. You see who waits when the place is free again; nobody is told.`}
    >
      {companies.length === 0 ? (
        <p>There is no other company yet.</p>
      ) : (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            if (!busy) void join()
          }}
        >
          <Field label="Company">
            {(control) => (
              <Select
                {...control}
                value={sponsorId}
                onChange={(event) => setSponsorId(event.target.value)}
                options={companies.map(({ id, name: label }) => ({ value: id, label }))}
              />
            )}
          </Field>
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" tone="primary" busy={busy}>
              Put it on the waitlist
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
