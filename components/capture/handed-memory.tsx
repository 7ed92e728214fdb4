'use client'

import { NoteList } from '@/components/memory/note-list'
import { useRecall } from '@/components/memory/use-recall'
import type { Reading } from '@/lib/memory/rules'
import type { Recalled } from '@/lib/memory/schema'

type Props = {
  url: string
  title: string
  reading: Reading
  /** What was known when the window was opened, which shows it at once, and without script. */
  first: Recalled
}

/** Under the address of what is handed over: where it was sent, drafted or captured before. */
export function HandedMemory({ url, title, reading, first }: Props) {
  const { notes } = useRecall({ url, headline: title }, first)
  if (notes.length === 0) return null
  const waits = notes.some(({ kind }) => kind === 'inbox')
  return (
    <div>
      <NoteList notes={notes} reading={reading} isSaid />
      {waits ? (
        <p className="ps-[1.3125rem] text-[0.8125rem] text-muted">
          Saving adds to that one what is new here.
        </p>
      ) : null}
    </div>
  )
}
