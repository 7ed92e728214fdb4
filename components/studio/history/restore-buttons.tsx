'use client'

import { useRouter } from 'next/navigation'
import { sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { Button } from '@/components/ui/button'
import { useToast } from '@/components/ui/toast'
import type { Changes, DraftVersion } from '@/lib/history/schema'

const UNDONE = 'What the restore changed is as it was.'

type Props = { issueId: string; row: string | null; version: DraftVersion; before: boolean; after: boolean }

/** Goes back to what was before a version, or to the version itself; which is a change like any other. */
export function RestoreButtons({ issueId, row, version: { from, to }, before, after }: Props) {
  const show = useToast()
  const router = useRouter()
  const { busy, run } = useCommand()
  const send = (input: Record<string, unknown>, said: string) =>
    run(async () => {
      const path = `/api/issues/${issueId}/restore-draft`
      const { undo } = await sendCommand<{ undo: Changes | null }>('POST', path, input)
      router.refresh()
      if (undo === null) show({ message: 'It is so already.' })
      else show({ message: said, action: { label: 'Undo', act: () => void send({ undo }, UNDONE) } })
    })
  const restore = (before: number, said: string) => send({ before, ...(row ? { row } : {}) }, said)
  if (!before && !after) return null
  const whole = row ? '' : ' the draft'
  return (
    <div className="flex flex-wrap gap-2">
      {before ? (
        <Button busy={busy} onClick={() => void restore(from, 'Restored as it was before.')}>
          Restore{whole} as it was before this
        </Button>
      ) : null}
      {after ? (
        <Button busy={busy} onClick={() => void restore(to + 1, 'Restored as it was then.')}>
          Restore{whole} as it was after this
        </Button>
      ) : null}
    </div>
  )
}
