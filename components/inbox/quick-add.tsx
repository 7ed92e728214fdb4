'use client'

import { useId, useState } from 'react'
import { NoteList } from '@/components/memory/note-list'
import { useRecall } from '@/components/memory/use-recall'
import { CommandError } from '@/components/studio/send-command'
import { Button } from '@/components/ui/button'
import { inputClass } from '@/components/ui/input-class'
import { useAnnounce } from '@/components/ui/live-region'
import { useTypedBefore } from '@/components/ui/use-typed-before'
import { nameOfCapture } from '@/lib/captures/rules'
import type { AddedList } from '@/lib/captures/schema'
import { plural } from '@/lib/counts/rules'
import { formatDay } from '@/lib/times/rules'
import { addList } from './core/server'
import { useAge, useInbox, useReading } from './use-inbox'

/**
 * Takes one address, fifty, or a list in Markdown. What could be taken is in the inbox; the lines that could not stay in
 * the box, each with what is wrong.
 */
export function QuickAdd() {
  const { inbox } = useInbox()
  const announce = useAnnounce()
  const id = useId()
  const [text, setText] = useState('')
  useTypedBefore(id)
  const [busy, setBusy] = useState(false)
  const [added, setAdded] = useState<AddedList | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const add = async () => {
    if (busy || text.trim() === '') return
    setBusy(true)
    try {
      const answer = await inbox.inTurn(() => addList(text))
      // What was typed on meanwhile stays, below the lines that are still to be mended.
      setText((now) =>
        [...answer.problems.map((line) => line.text), now.startsWith(text) ? now.slice(text.length) : now]
          .join('\n')
          .trim(),
      )
      setAdded(answer)
      setFailure(null)
      announce(`${plural(answer.added.length, 'link')} added.`)
      await inbox.refresh()
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      setFailure(error.message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <label htmlFor={id} className="sr-only">
        Add addresses, one a line, or a list in Markdown
      </label>
      <div className="flex items-start gap-2">
        <textarea
          id={id}
          data-add
          rows={1}
          dir="auto"
          value={text}
          placeholder="Paste addresses or Markdown"
          aria-invalid={failure || added?.problems.length ? true : undefined}
          aria-describedby={`${id}-told`}
          className={`${inputClass} field-sizing-content max-h-64 resize-none`}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            const isOneLine = !text.includes('\n')
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            // One address goes in by Enter; a list by Ctrl+Enter or the button.
            if (!(event.ctrlKey || event.metaKey) && (event.shiftKey || !isOneLine)) return
            event.preventDefault()
            void add()
          }}
        />
        <Button type="submit" busy={busy} className="flex-none whitespace-nowrap">
          Add
        </Button>
      </div>
      <KnownAlready text={text} />
      <div id={`${id}-told`}>
        {failure ? <Problem>{failure}</Problem> : added ? <Told {...added} /> : null}
      </div>
    </form>
  )
}

/** Of one address that is typed or pasted: what is known of it already. */
function KnownAlready({ text }: { text: string }) {
  const url = text.trim()
  const { notes } = useRecall({ url: /^https?:\/\/\S+$/i.test(url) ? url : '' })
  return <NoteList notes={notes} reading={useReading()} isSaid />
}

const MOST_TOLD = 20

function Told({ added, known, problems }: AddedList) {
  const age = useAge()
  const { now, days } = useReading()
  const standing = ({ laterUntil }: AddedList['known'][number]) =>
    laterUntil && laterUntil > days(now) ? `is put off until ${formatDay(laterUntil)}` : 'waits already'
  return (
    <div className="grid gap-1 text-[0.8125rem]">
      <p className="text-muted">
        {added.length > 0 ? `${plural(added.length, 'link')} added.` : 'Nothing was added.'}
      </p>
      {known.slice(0, MOST_TOLD).map((row) => (
        <p key={row.url} className="text-muted">
          “{nameOfCapture(row)}” {standing(row)}, {age(row.capturedAt)}.
        </p>
      ))}
      {known.length > MOST_TOLD ? (
        <p className="text-muted">And {known.length - MOST_TOLD} more that you have already.</p>
      ) : null}
      {problems.slice(0, MOST_TOLD).map(({ line, text, message }) => (
        <Problem key={line}>
          Line {line}, “{text.trim().length > 60 ? `${text.trim().slice(0, 60)}…` : text.trim()}”: {message}
        </Problem>
      ))}
      {problems.length > MOST_TOLD ? <Problem>And {problems.length - MOST_TOLD} lines more.</Problem> : null}
    </div>
  )
}

function Problem({ children }: { children: React.ReactNode }) {
  return (
    <p className="text-[0.8125rem] font-medium text-bad">
      <span aria-hidden="true">▲ </span>
      {children}
    </p>
  )
}
