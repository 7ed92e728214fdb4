'use client'

import { NoteList } from '@/components/memory/note-list'
import { useCaptureNotes } from '@/components/memory/use-recall'
import type { CaptureRow } from '@/lib/captures/schema'
import { useReading } from './use-inbox'

/** Where the link of a capture was sent before, or stands in a draft. What was sorted already is history. */
export function CaptureMemory({ row }: { row: CaptureRow }) {
  const waits = row.state === 'NEW' || row.state === 'LATER'
  return waits ? <Notes id={row.id} url={row.url} /> : null
}

function Notes({ id, url }: { id: string; url: string }) {
  const notes = useCaptureNotes(id, url)
  const reading = useReading()
  return (
    <div className="[&_.memory-excerpt]:line-clamp-1">
      <NoteList notes={notes} reading={reading} />
    </div>
  )
}
