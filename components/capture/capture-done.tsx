'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { CommandError, sendCommand } from '@/components/studio/send-command'
import { Button, buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { KeptCapture } from '@/lib/captures/schema'
import { CloseWindow } from './close-window'

type Props = Pick<KeptCapture, 'id' | 'outcome'> & {
  /** Its title, or its address. */
  name: string
  /** More of what became of it, in a sentence or two. */
  told?: string | undefined
  /** What a capture that waited had before something joined it. */
  before?: KeptCapture['undo']
  commandId: string
  isDiscarded?: boolean
  problem?: string | undefined
  /** Whether the window was opened for this alone, and can be closed from within. */
  closes?: boolean
}

const headings: Record<Props['outcome'], string> = {
  new: 'In the inbox',
  joined: 'Added to what waits',
  known: 'It waits already',
}

/** Says that the link is in the inbox, with undo of what was done. The window stays until its reader is done with it (WCAG 2.2.1). */
export function CaptureDone({
  id,
  outcome,
  name,
  told,
  before = null,
  commandId,
  isDiscarded = false,
  problem,
  closes = false,
}: Props) {
  const [undone, setUndone] = useState(isDiscarded)
  const [failure, setFailure] = useState(problem)
  const [busy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const said = useId()
  useEffect(() => {
    if (!closes) heading.current?.focus()
  }, [closes])
  const undo = async () => {
    if (busy) return
    setBusy(true)
    try {
      if (before) await sendCommand('PATCH', `/api/captures/${id}`, before)
      else await sendCommand('POST', `/api/captures/${id}/take-back`)
      setUndone(true)
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      setFailure(error.message)
    } finally {
      setBusy(false)
    }
  }
  if (undone) return <CaptureUndone closes={closes} isWaiting={outcome !== 'new'} />
  return (
    <div className="mt-1 grid gap-4">
      <div id={said} className="grid gap-4">
        <h1 ref={heading} tabIndex={-1} className="font-text text-xl leading-tight font-bold outline-none">
          {headings[outcome]}
        </h1>
        <p dir="auto" className="font-medium wrap-anywhere">
          {name}
        </p>
        {told ? <p>{told}</p> : null}
      </div>
      {failure ? (
        <Notice tone="bad" alert>
          <p>{failure}</p>
        </Notice>
      ) : null}
      <form
        method="post"
        action={`/api/captures/${id}/take-back`}
        className="flex flex-wrap gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          void undo()
        }}
      >
        <input type="hidden" name="commandId" value={commandId} />
        {closes ? <CloseWindow says={said} /> : null}
        {outcome === 'new' || before ? (
          <Button type="submit" busy={busy}>
            Undo
          </Button>
        ) : null}
        <a href="/admin/inbox" target="_blank" rel="noopener" className={buttonClass()}>
          Open the inbox
        </a>
      </form>
      {closes ? null : <p className="text-[0.8125rem] text-muted">You can close this window.</p>}
    </div>
  )
}

/** What Undo leaves. @param isWaiting the link was there before, and is still */
export function CaptureUndone({
  closes = false,
  isWaiting = false,
}: Pick<Props, 'closes'> & { isWaiting?: boolean }) {
  const said = useId()
  return (
    <div className="mt-1 grid gap-4" role="status">
      <h1 id={said} className="font-text text-xl leading-tight font-bold">
        Taken back
      </h1>
      {isWaiting ? (
        <p>The link waits in the inbox as it did before.</p>
      ) : (
        <p>
          It isn’t in the inbox any more. You find it under{' '}
          <a href="/admin/inbox?view=discarded" className="text-accent underline">
            Discarded
          </a>
          , in case.
        </p>
      )}
      {closes ? (
        <div className="flex flex-wrap gap-2">
          <CloseWindow says={said} />
        </div>
      ) : (
        <p className="text-[0.8125rem] text-muted">You can close this window.</p>
      )}
    </div>
  )
}
