'use client'

import { Undo2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { MOST_AT_ONCE } from '@/lib/captures/schema'
import { useInbox, useInboxState } from './use-inbox'

/** What was done last, and the way back; what is selected, and the way out of that. */
export function DoneBar() {
  const { inbox } = useInbox()
  const last = useInboxState(({ done }) => done.at(-1))
  const count = useInboxState(({ selected }) => selected.length)
  const most = useInboxState(({ rows }) => Math.min(rows.length, MOST_AT_ONCE))
  if (!last && count === 0) return null
  return (
    <div className="flex min-h-11 items-center gap-3 border-b border-rule px-4 text-[0.8125rem] text-muted">
      <p className="min-w-0 flex-1 truncate" dir="auto">
        {count > 0 ? `${count} selected` : `${last?.says}.`}
      </p>
      {count > 0 ? (
        <>
          {count < most ? (
            <Button tone="quiet" onClick={() => inbox.selectAll()}>
              Select {most}
            </Button>
          ) : null}
          <Button tone="quiet" onClick={() => inbox.clearSelection()}>
            Select none
          </Button>
        </>
      ) : (
        <Button tone="quiet" aria-keyshortcuts="z" onClick={() => inbox.undo()}>
          <Undo2 aria-hidden="true" size={15} /> Undo
        </Button>
      )}
    </div>
  )
}
