'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { useToast } from '@/components/ui/toast'
import { formatDay } from '@/lib/times/rules'

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** Reserves a date, or says that no issue comes on it. */
export function PlanDialog({ date: suggested, onClose }: { date: string; onClose: () => void }) {
  const router = useRouter()
  const show = useToast()
  const { busy, run } = useCommand()
  const [date, setDate] = useState(suggested)
  const [error, setError] = useState('')

  const plan = async (skip: boolean) => {
    if (!isDate(date)) return setError('Give a whole date.')
    const isDone = await run(async () => {
      const { id } = await sendCommand<{ id: string }>('POST', '/api/issues', { as: 'PLANNED', date })
      if (skip) await sendCommand('POST', `/api/issues/${id}/skip`)
      show({ message: `${formatDay(date)} is ${skip ? 'skipped' : 'planned'}.` })
    })
    if (!isDone) return
    onClose()
    router.refresh()
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Plan a date"
      description="A planned issue waits in the list until you start it, and takes its number only then."
    >
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          void plan(false)
        }}
      >
        <Field label="Date" hint={isDate(date) ? formatDay(date) : null} error={error}>
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
        <div className="flex flex-wrap justify-end gap-2">
          <Button busy={busy} onClick={() => void plan(true)}>
            Skip this date
          </Button>
          <Button tone="primary" type="submit" busy={busy}>
            Plan this date
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
