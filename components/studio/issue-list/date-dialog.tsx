'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { formatDay } from '@/lib/times/rules'

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)

type Props = {
  title: string
  description: ReactNode
  date: string
  label?: string
  confirm: string
  busy: boolean
  /** What else can be done with the date, in place of leaving. */
  other?: { label: string; onDate: (date: string) => void }
  /** What else is asked for. */
  children?: ReactNode
  onClose: () => void
  onDate: (date: string) => void
}

/** Asks for a date. */
export function DateDialog(props: Props) {
  const { title, description, date: first, label = 'Date', confirm, busy, other, children } = props
  const { onClose, onDate } = props
  const [date, setDate] = useState(first)
  const [error, setError] = useState('')
  const tell = (of: (date: string) => void) => {
    if (!isDate(date)) setError('Give a whole date.')
    else if (!busy) of(date)
  }
  return (
    <Dialog open onOpenChange={onClose} title={title} description={description}>
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          tell(onDate)
        }}
      >
        <Field label={label} hint={isDate(date) ? formatDay(date) : null} error={error}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={date}
              onChange={(event) => {
                setDate(event.target.value)
                setError('')
              }}
            />
          )}
        </Field>
        {children}
        <div className="flex flex-wrap justify-end gap-2">
          {other ? (
            <Button busy={busy} onClick={() => tell(other.onDate)}>
              {other.label}
            </Button>
          ) : (
            <Button onClick={onClose}>Cancel</Button>
          )}
          <Button tone="primary" type="submit" busy={busy}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
