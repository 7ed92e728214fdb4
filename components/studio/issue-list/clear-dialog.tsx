'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { IssueRow } from '@/lib/issue-list/schema'
import { stateInWords } from '@/lib/sponsors/rules'
import { formatDay } from '@/lib/times/rules'
import { begin, tellReturned } from './issue-name'

type Cleared = {
  moved: { sponsor: string; date: string }[]
  missed: string[]
  returned: number
  clearId: string
}

type Props = {
  row: IssueRow
  name: string
  issue: 'skip' | 'remove'
  onClose: () => void
  onCleared: (told: string, clearId: string) => void
}

const ways = [
  {
    value: 'move',
    label: 'Move all to the next free date',
    hint: 'Each in its placement, with its copy. The companies are told the new date.',
  },
  {
    value: 'miss',
    label: 'Miss and make good later',
    hint: 'The companies are told that it doesn’t run. You book the make-good from each slot.',
  },
] as const

const tell = ({ moved, missed, returned }: Cleared) =>
  [
    ...moved.map(({ sponsor, date }) => ` ${sponsor} moves to ${formatDay(date)}.`),
    ...missed.map((sponsor) => ` ${sponsor} is to be made good.`),
    tellReturned(returned),
  ].join('')

/** What becomes of the bookings of an issue that doesn’t come, decided in one step with it. */
export function ClearDialog({ row, name, issue, onClose, onCleared }: Props) {
  const router = useRouter()
  const { busy, run } = useCommand()
  const [bookings, setBookings] = useState<'move' | 'miss'>('move')
  const verb = issue === 'skip' ? 'Skip' : 'Delete'
  const clear = () =>
    run(async () => {
      const path = `/api/issues/${row.id}/clear-slots`
      const cleared = await sendCommand<Cleared>('POST', path, { bookings, issue })
      const told = `${begin(name)} is ${issue === 'skip' ? 'skipped' : 'deleted'}.${tell(cleared)}`
      onClose()
      onCleared(told, cleared.clearId)
      router.refresh()
    })
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`${verb} ${name}?`}
      description={<p>It has bookings. Say what becomes of them.</p>}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void clear()
        }}
      >
        <ul aria-label="Booked there" className="divide-y divide-rule rounded-md border border-rule">
          {row.booked.map(({ id, sponsor, placement, state }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-3 px-3 py-1.5">
              <span>
                <b dir="auto" className="font-medium">
                  {sponsor}
                </b>
                , {placement}
              </span>
              <span className="text-muted">{stateInWords(state)}</span>
            </li>
          ))}
        </ul>
        <fieldset className="grid gap-3">
          <legend className="sr-only">The bookings</legend>
          {ways.map(({ value, label, hint }) => (
            <label key={value} className="flex items-start gap-2">
              <input
                type="radio"
                name="bookings"
                value={value}
                checked={bookings === value}
                onChange={() => setBookings(value)}
                className="mt-1 size-4"
              />
              <span>
                <span className="font-medium">{label}</span>
                <span className="block text-[0.8125rem] text-muted">{hint}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" tone={issue === 'skip' ? 'primary' : 'danger'} busy={busy}>
            {verb} it
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
