'use client'

import { useRouter } from 'next/navigation'
import { sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { useToast } from '@/components/ui/toast'
import type { IssueRow } from '@/lib/issue-list/schema'
import { formatDay } from '@/lib/times/rules'
import { DateDialog } from './date-dialog'

type Props = { row: IssueRow; name: string; onClose: () => void }

/** Puts a planned issue on another date; what is booked in it comes along. */
export function RedateDialog({ row, name, onClose }: Props) {
  const router = useRouter()
  const show = useToast()
  const { busy, run } = useCommand()
  const send = async (date: string) => {
    const { shared } = await sendCommand<{ shared: boolean }>('POST', `/api/issues/${row.id}/date`, { date })
    router.refresh()
    return shared
  }
  const sponsors = [...new Set(row.booked.map(({ sponsor }) => sponsor))].join(', ')
  const move = async (date: string) => {
    const isDone = await run(async () => {
      const shared = await send(date)
      show({
        message: `Planned for ${formatDay(date)}${shared ? ', a date that another issue has too' : ''}.`,
        action: { label: 'Undo', act: async () => void (await run(async () => void (await send(row.date)))) },
      })
    })
    if (isDone) onClose()
  }
  return (
    <DateDialog
      title={`Another date for ${name}`}
      description={
        <p>
          {sponsors
            ? `The bookings of ${sponsors} come along with their deadlines, and the companies are told.`
            : 'Nothing is booked in it.'}
        </p>
      }
      date={row.date}
      confirm="Change the date"
      busy={busy}
      onClose={onClose}
      onDate={(date) => (date === row.date ? onClose() : void move(date))}
    />
  )
}
