'use client'

import { useRouter } from 'next/navigation'
import { useId } from 'react'
import { sendCommand } from '@/components/studio/send-command'
import { useCommand } from '@/components/studio/use-command'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import type { OpenDraft } from '@/lib/captures/schema'
import { formatDay } from '@/lib/times/rules'

const nameOfDraft = ({ title, date }: OpenDraft) => `${title || 'Untitled issue'} · ${formatDay(date)}`

type Props = { drafts: readonly OpenDraft[]; draft: OpenDraft | null; onChoose: (id: string) => void }

/** Says which issue captures go into; where several are open, another can be chosen, and where none is, begun. */
export function DraftChoice({ drafts, draft, onChoose }: Props) {
  const router = useRouter()
  const id = useId()
  const { busy, run } = useCommand()
  if (!draft) {
    const start = () =>
      run(async () => {
        await sendCommand('POST', '/api/issues', { as: 'DRAFT' })
        router.refresh()
      })
    return (
      <p className="flex flex-wrap items-center gap-3">
        No issue is open to place links in.
        <Button busy={busy} onClick={() => void start()}>
          Start the next issue
        </Button>
      </p>
    )
  }
  if (drafts.length === 1) {
    return (
      <p>
        Links go into{' '}
        <a href={`/admin/issues/${draft.id}`} className="text-accent underline underline-offset-2">
          {nameOfDraft(draft)}
        </a>
        .
      </p>
    )
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <label htmlFor={id}>Links go into</label>
      <Select
        id={id}
        className="min-w-0 max-w-full sm:w-auto!"
        value={draft.id}
        options={drafts.map((each) => ({ value: each.id, label: nameOfDraft(each) }))}
        onChange={(event) => onChoose(event.target.value)}
      />
    </div>
  )
}
