'use client'

import { useRouter } from 'next/navigation'
import { sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { useToast } from '@/components/ui/toast'
import { formatDay } from '@/lib/times/rules'
import { DateDialog } from './date-dialog'

/** Reserves a date, or says that no issue comes on it. */
export function PlanDialog({ date: suggested, onClose }: { date: string; onClose: () => void }) {
  const router = useRouter()
  const show = useToast()
  const { busy, run } = useCommand()

  const plan = async (date: string, skip: boolean) => {
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
    <DateDialog
      title="Plan a date"
      description="A planned issue waits in the list until you start it, and takes its number only then."
      date={suggested}
      confirm="Plan this date"
      busy={busy}
      other={{ label: 'Skip this date', onDate: (date) => void plan(date, true) }}
      onClose={onClose}
      onDate={(date) => void plan(date, false)}
    />
  )
}
