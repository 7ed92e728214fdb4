'use client'

import { useState } from 'react'
import { useRefreshingCommand } from '@/components/accounts/use-refreshing-command'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { SlotDetail } from '@/lib/slots/schema'
import { formatDay } from '@/lib/times/rules'

export type FreeDate = { date: string; issueId: string | null }

/** Another date for a slot that was missed, at no price. */
export function MakeGood({ slot, dates }: { slot: SlotDetail; dates: readonly FreeDate[] }) {
  const { post, busy } = useRefreshingCommand()
  const [chosen, setChosen] = useState('')
  // The issue that it missed has its place again, and is seldom meant. What was chosen may be booked by now.
  const later = dates.find(({ date }) => date > slot.issue.date)
  const target = dates.find(({ date }) => date === chosen) ?? later ?? dates[0]
  if (!target) return <p className="text-muted">No date of this placement is free in the coming two years.</p>
  const book = () =>
    post('/api/slots', `${slot.sponsor.name} has another date: ${formatDay(target.date)}.`, {
      ...(target.issueId ? { issueId: target.issueId } : { date: target.date }),
      placementId: slot.placement.id,
      sponsorId: slot.sponsor.id,
      price: 0,
      makeGoodForId: slot.id,
    })
  return (
    <div className="flex max-w-md flex-wrap items-end gap-2">
      <Field label="Make it good on" className="min-w-0 flex-1">
        {(control) => (
          <Select
            {...control}
            value={target.date}
            onChange={(event) => setChosen(event.target.value)}
            options={dates.map(({ date }) => ({ value: date, label: formatDay(date) }))}
          />
        )}
      </Field>
      <Button tone="primary" busy={busy} onClick={() => void book()}>
        Book a make-good
      </Button>
    </div>
  )
}
