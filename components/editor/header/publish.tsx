'use client'

import { useId, useState } from 'react'
import { countCorrections } from '@/components/editor/core/status'
import { useDesk, useDeskState, useEditorState } from '@/components/editor/desk/use-desk'
import { FindingList } from '@/components/editor/panes/findings-pane'
import { useChecked } from '@/components/editor/panes/use-findings'
import { Button } from '@/components/ui/button'
import { blockers } from '@/lib/preflight/rules'
import type { Published } from '@/lib/publishing/schema'
import { dayIn, formatDay } from '@/lib/times/rules'
import { FailureNote } from './failure-note'
import { Popover } from './popover'
import { useIssueCommand } from './use-issue-command'

/** Publish, or publish a correction, after one question; or what stands against it, each with a way there. */
export function Publish() {
  const { desk } = useDesk()
  const open = useDeskState(({ asking }) => asking === 'publish')
  const published = useEditorState(({ loaded }) => loaded.state === 'PUBLISHED')
  // A note that readers have can be taken away by itself.
  const unchanged = useEditorState(
    (state) => published && countCorrections(state) === 0 && !state.loaded.published?.correction,
  )
  const label = published ? 'Publish correction' : 'Publish now'
  return (
    <Popover
      open={open}
      onOpenChange={(now) => desk.set({ asking: now ? 'publish' : null })}
      label={label}
      trigger={
        <Button tone="primary" disabled={unchanged} className="ed-publish">
          {label}
        </Button>
      }
    >
      <Question correction={published} onDone={() => desk.set({ asking: null })} />
    </Popover>
  )
}

function Question({ correction, onDone }: { correction: boolean; onDone: () => void }) {
  const { editor, publication, tell } = useDesk()
  const { findings } = useChecked()
  const { busy, failure, run } = useIssueCommand()
  const before = useEditorState(({ loaded }) => loaded.published?.correction ?? '')
  const [note, setNote] = useState(before)
  const noteId = useId()
  const against = blockers(findings)
  const edition = useEditorState(({ loaded }) => (loaded.published?.edition ?? 0) + 1)
  const send = async () => {
    const isNew = note.trim() !== before.trim()
    const said = note.trim() === '' ? { withoutNote: true } : { note: note.trim() }
    const extra = correction && isNew ? said : {}
    const { done } = await run<Published>('publish', { edition, ...extra })
    if (!done) return
    onDone()
    tell(correction ? 'The correction is live.' : 'Published. Readers see it now.', {
      label: 'View',
      act: () => window.open(done.path, '_blank', 'noopener'),
    })
  }
  if (against.length > 0) {
    return (
      <>
        <h2>Not yet: {against.length === 1 ? 'one thing' : `${against.length} things`} first</h2>
        <FindingList findings={against} />
      </>
    )
  }
  const warnings = findings.length
  const { date } = editor.state.doc.issue
  const today = dayIn(publication.zone, new Date())
  return (
    <>
      <h2>{correction ? 'Publish this correction?' : 'Publish now?'}</h2>
      <p>
        {correction
          ? 'Readers see the new edition at once. Nobody is mailed, and feeds keep their place.'
          : `Readers see “${editor.state.doc.issue.title}” at once, on the site and in the feed, dated ${formatDay(date)}.${date === today ? '' : ` Today is ${formatDay(today)}.`}`}
        {warnings > 0
          ? ` ${warnings === 1 ? 'One finding is' : `${warnings} findings are`} worth a look; none blocks.`
          : ''}
      </p>
      {correction ? (
        <div className="ed-field">
          <label htmlFor={noteId} className="ed-label">
            {before
              ? 'The note that readers have of the last correction: keep it, change it, or empty it to take it away'
              : 'A note to readers, if they should know (Markdown)'}
          </label>
          <textarea
            id={noteId}
            className="ed-note"
            rows={3}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
      ) : null}
      {failure ? <FailureNote failure={failure} /> : null}
      <div className="ed-answers">
        <Button onClick={onDone}>Not yet</Button>
        <Button tone="primary" busy={busy} onClick={() => void send()}>
          {busy ? 'Publishing…' : correction ? 'Publish it' : 'Publish'}
        </Button>
      </div>
    </>
  )
}
