'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { usePresent } from '@/components/ui/use-present'
import { laterChoices } from '@/lib/captures/rules'
import { daysAfter, formatDay } from '@/lib/times/rules'
import { postpone } from './core/actions'
import { useDays, useInbox } from './use-inbox'
import { focusCurrent } from './use-inbox-keys'

/** Days to put captures off to, and any other day. */
export function LaterChoices({ ids }: { ids: readonly string[] }) {
  const { inbox, zone, now, issueDate } = useInbox()
  const days = useDays(zone)
  const today = days(new Date(usePresent(now)))
  const tomorrow = daysAfter(today, 1)
  const [date, setDate] = useState('')
  const until = (day: string) => {
    postpone(inbox, day, ids)
    focusCurrent({ inbox })
  }
  return (
    <>
      <div className="grid gap-2">
        {laterChoices(today, issueDate).map((choice) => (
          <Button key={choice.until} className="justify-between!" onClick={() => until(choice.until)}>
            {choice.label} <span className="font-normal text-muted">{formatDay(choice.until)}</span>
          </Button>
        ))}
      </div>
      <form
        className="mt-4 flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (date >= tomorrow) until(date)
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
    </>
  )
}

/** The same below the row that they are about, where nothing may cover what is beside it. Esc leaves. */
export function LaterInPlace({ ids }: { ids: readonly string[] }) {
  const { inbox } = useInbox()
  const block = useRef<HTMLFieldSetElement>(null)
  const close = () => {
    inbox.box.set({ asking: null })
    focusCurrent({ inbox })
  }
  useEffect(() => {
    block.current?.querySelector('button')?.focus()
    block.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <fieldset
      ref={block}
      className="mt-2 rounded-md border border-rule bg-pane p-3"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        close()
      }}
    >
      <legend className="px-1 font-semibold">
        {ids.length === 1 ? 'Put it off until' : `Put ${ids.length} captures off until`}
      </legend>
      <LaterChoices ids={ids} />
      <Button tone="quiet" className="mt-2" onClick={close}>
        Cancel
      </Button>
    </fieldset>
  )
}
