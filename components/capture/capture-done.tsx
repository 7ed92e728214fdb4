'use client'

import { useEffect, useRef, useState } from 'react'
import { CommandError, sendCommand } from '@/components/studio/send-command'
import { Button, buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

type Props = {
  id: string
  /** Its title, or its address. */
  name: string
  commandId: string
  isDiscarded?: boolean
  problem?: string | undefined
  /** Whether the window was opened for this alone, and goes away by itself. */
  closes?: boolean
}

/** Time to read it and to press Undo; whoever does anything in the window keeps it open. */
const CLOSES_AFTER_MS = 5000

/** Says that the link is in the inbox, with undo. */
export function CaptureDone({ id, name, commandId, isDiscarded = false, problem, closes = false }: Props) {
  const [undone, setUndone] = useState(isDiscarded)
  const [failure, setFailure] = useState(problem)
  const [busy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const [stays, setStays] = useState(!closes)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    if (stays) return
    const timer = setTimeout(() => window.close(), CLOSES_AFTER_MS)
    return () => clearTimeout(timer)
  }, [stays])
  useEffect(() => {
    const stay = () => setStays(true)
    window.addEventListener('pointerdown', stay)
    window.addEventListener('keydown', stay)
    return () => {
      window.removeEventListener('pointerdown', stay)
      window.removeEventListener('keydown', stay)
    }
  }, [])
  const undo = async () => {
    if (busy) return
    setStays(true)
    setBusy(true)
    try {
      await sendCommand('POST', `/api/captures/${id}/take-back`)
      setUndone(true)
      heading.current?.focus()
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      setFailure(error.message)
    } finally {
      setBusy(false)
    }
  }
  if (undone) return <CaptureUndone />
  return (
    <div className="mt-1 grid gap-4">
      <h1 ref={heading} tabIndex={-1} className="font-text text-xl leading-tight font-bold outline-none">
        In the inbox
      </h1>
      <p dir="auto" className="font-medium wrap-anywhere">
        {name}
      </p>
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
        <Button type="submit" busy={busy}>
          Undo
        </Button>
        <a href="/admin/inbox" target="_blank" rel="noopener" className={buttonClass()}>
          Open the inbox
        </a>
      </form>
      <p className="text-[0.8125rem] text-muted">
        {stays ? 'You can close this window.' : 'This window closes by itself in a moment.'}
      </p>
    </div>
  )
}

/** What Undo leaves. */
export function CaptureUndone() {
  return (
    <div className="mt-1 grid gap-4" role="status">
      <h1 className="font-text text-xl leading-tight font-bold">Taken back</h1>
      <p>
        It isn’t in the inbox any more. You find it under{' '}
        <a href="/admin/inbox?view=discarded" className="text-accent underline">
          Discarded
        </a>
        , in case.
      </p>
      <p className="text-[0.8125rem] text-muted">You can close this window.</p>
    </div>
  )
}
