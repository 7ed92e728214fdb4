'use client'

import { type ReactNode, useState } from 'react'
import type { CaptureRow } from '@/lib/captures/schema'
import { abilities, discard, place, placeHere, reopen, reopenable } from './core/actions'
import { readAgain } from './core/read-again'
import { useInbox, useInboxState } from './use-inbox'

/** What can be done with a capture, each with its key. */
export function CaptureTools({ row }: { row: CaptureRow }) {
  const { inbox, targets, beside } = useInbox()
  const view = useInboxState(({ filter }) => filter.view)
  // Of a selection the buttons are about all of it, like the keys.
  const ids = useInboxState(({ selected }) => (selected.length > 0 ? selected : null)) ?? [row.id]
  const can = abilities[view]
  const canReopen = useInboxState((state) => reopenable(state, ids).length > 0)
  return (
    <div className="-ms-2 mt-1 flex flex-wrap items-center gap-x-1">
      {can.place
        ? targets.slice(0, 9).map((target, index) => (
            <Tool key={target.id} keyName={String(index + 1)} onPress={() => place(inbox, target, ids)}>
              <span className="sr-only">Place in </span>
              {target.name}
            </Tool>
          ))
        : null}
      {can.place && beside && targets.length > 0 ? (
        <Tool keyName="h" onPress={() => placeHere(inbox, beside.here(), ids)}>
          here, below the item in focus
        </Tool>
      ) : null}
      {can.later ? (
        <Tool keyName="l" onPress={() => inbox.box.set({ asking: ids })}>
          later
        </Tool>
      ) : null}
      {can.discard ? (
        <Tool keyName="e" onPress={() => discard(inbox, ids)}>
          discard
        </Tool>
      ) : null}
      {canReopen ? (
        <Tool keyName="b" onPress={() => reopen(inbox, ids)}>
          back to the inbox
        </Tool>
      ) : null}
      {view === 'placed' ? null : (
        <Tool keyName="n" onPress={() => inbox.box.set({ editing: row.id })}>
          note
        </Tool>
      )}
      <ReadAgain row={row} />
    </div>
  )
}

/** Has the page read once more, and says what came of it in the same place. */
function ReadAgain({ row }: { row: CaptureRow }) {
  const { inbox } = useInbox()
  const [isReading, setReading] = useState(false)
  const [says, setSays] = useState<string | null>(null)
  const read = async () => {
    setReading(true)
    setSays(null)
    setSays(await readAgain(inbox, row))
    setReading(false)
  }
  return (
    <>
      <Tool onPress={() => isReading || void read()}>
        {isReading ? 'reading the page …' : 'read the page again'}
      </Tool>
      {says ? <span className="px-2 text-[0.8125rem] text-muted">{says}</span> : null}
    </>
  )
}

type ToolProps = { keyName?: string; onPress: () => void; children: ReactNode }

function Tool({ keyName, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-keyshortcuts={keyName}
      onClick={onPress}
      className="inline-flex min-h-8 items-center gap-1.5 rounded-md px-2 text-[0.8125rem] text-muted hover:bg-pane hover:text-ink pointer-coarse:min-h-11"
    >
      {keyName ? (
        <span
          aria-hidden="true"
          className="rounded border border-b-2 border-rule bg-pane px-1 font-ui text-[0.6875rem] leading-4 pointer-coarse:hidden"
        >
          {keyName}
        </span>
      ) : null}
      {children}
    </button>
  )
}
