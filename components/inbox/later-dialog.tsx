'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { daysAfter, laterChoices } from '@/lib/captures/rules'
import { formatDay } from '@/lib/times/rules'
import { postpone } from './core/actions'
import { useDays, useInbox, useInboxState, usePresent } from './use-inbox'

/** Asks until when something is put off. */
export function LaterDialog() {
  const asking = useInboxState((state) => state.asking)
  return asking ? <Choices ids={asking} /> : null
}

function Choices({ ids }: { ids: readonly string[] }) {
  const { inbox, zone, now, issueDate } = useInbox()
  const days = useDays(zone)
  const today = days(new Date(usePresent(now)))
  const tomorrow = daysAfter(today, 1)
  const [date, setDate] = useState('')
  const close = () => inbox.box.set({ asking: null })
  return (
    <Dialog
      open
      onOpenChange={close}
      title={ids.length === 1 ? 'Put it off until' : `Put ${ids.length} captures off until`}
      description="On that day it is in the inbox again, on top."
    >
      <div className="grid gap-2">
        {laterChoices(today, issueDate).map(({ until, label }) => (
          <Button key={until} className="justify-between" onClick={() => postpone(inbox, until, ids)}>
            {label} <span className="font-normal text-muted">{formatDay(until)}</span>
          </Button>
        ))}
      </div>
      <form
        className="mt-4 flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (date >= tomorrow) postpone(inbox, date, ids)
        }}
      >
        <Field label="Or another day" className="flex-1">
          {(control) => (
            <TextInput
              {...control}
              type="date"
              min={tomorrow}
              required
              value={date}
              onChange={(event) => setDate(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit">Put off</Button>
      </form>
    </Dialog>
  )
}
