'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { useToast } from '@/components/ui/toast'
import { formatDay } from '@/lib/times/rules'
import { DateDialog } from './date-dialog'

type Props = { issueId: string; name: string; date: string; onClose: () => void }
type Made = { id: string; number: number; date: string }

const ways = [
  { texts: false, label: 'Its sections', hint: 'In their order, empty.' },
  { texts: true, label: 'Its sections and texts', hint: 'Every item, the intro and the outro.' },
] as const

/** Begins a new issue from one that is there, on a date of its own. */
export function DuplicateDialog({ issueId, name, date: suggested, onClose }: Props) {
  const router = useRouter()
  const show = useToast()
  const { busy, run } = useCommand()
  const [texts, setTexts] = useState(false)
  const remove = (id: string) =>
    run(async () => {
      await sendCommand('POST', `/api/issues/${id}/remove`)
      show({ message: 'The copy is deleted.' })
      router.push('/admin/issues')
      router.refresh()
    })
  const duplicate = (date: string) =>
    run(async () => {
      const path = `/api/issues/${issueId}/duplicate`
      const made = await sendCommand<Made>('POST', path, { texts, date })
      show({
        message: `Issue ${made.number} begins from ${name}, for ${formatDay(made.date)}.`,
        action: { label: 'Delete it again', act: async () => void (await remove(made.id)) },
      })
      onClose()
      router.push(`/admin/issues/${made.id}`)
    })
  return (
    <DateDialog
      title={`Duplicate ${name}`}
      description={
        <p>
          The new issue takes the next number, and title, address and subject from the settings. What is
          booked in this one stays here.
        </p>
      }
      label="Date of the new issue"
      date={suggested}
      confirm="Duplicate"
      busy={busy}
      onClose={onClose}
      onDate={(date) => void duplicate(date)}
    >
      <fieldset className="grid gap-3">
        <legend className="mb-1 font-medium">What it begins with</legend>
        {ways.map((way) => (
          <label key={way.label} className="flex items-start gap-2">
            <input
              type="radio"
              name="texts"
              checked={texts === way.texts}
              onChange={() => setTexts(way.texts)}
              className="mt-1 size-4 flex-none"
            />
            <span>
              {way.label}
              <span className="block text-[0.8125rem] text-muted">{way.hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </DateDialog>
  )
}
