'use client'

import { useRouter } from 'next/navigation'
import { sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { DraftVersion } from '@/lib/history/schema'

type Props = { issueId: string; row: string | null; version: DraftVersion; isLatest: boolean }

/** Goes back to what was before a version, or to the version itself; which is a change like any other. */
export function RestoreButtons({ issueId, row, version: { from, to }, isLatest }: Props) {
  const show = useToast()
  const router = useRouter()
  const { busy, run } = useCommand()
  const restore = (before: number, said: string) =>
    run(async () => {
      const input = { before, ...(row ? { row } : {}) }
      const path = `/api/issues/${issueId}/restore-draft`
      const { undo } = await sendCommand<{ undo: number | null }>('POST', path, input)
      router.refresh()
      if (undo === null) show({ message: 'It is so already.' })
      else
        show({ message: said, action: { label: 'Undo', act: () => void restore(undo, 'It is as it was.') } })
    })
  const whole = row ? '' : ' the draft'
  return (
    <div className="flex flex-wrap gap-2">
      <Button busy={busy} onClick={() => void restore(from, 'Restored as it was before.')}>
        Restore{whole} as it was before this
      </Button>
      {isLatest ? null : (
        <Button busy={busy} onClick={() => void restore(to + 1, 'Restored as it was then.')}>
          Restore{whole} as it was after this
        </Button>
      )}
    </div>
  )
}
