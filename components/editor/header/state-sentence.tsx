'use client'

import { useSyncExternalStore } from 'react'
import { countCorrections } from '@/components/editor/core/status'
import { useDesk, useEditorState } from '@/components/editor/desk/use-desk'
import { dayOf, timeUntil, wallClock } from './times'

const MINUTE = 60_000

function onMinute(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE / 4)
  return () => clearInterval(timer)
}

/** The present minute in ms; 0 while the page is drawn on the server, whose clock is another one. */
function useMinute(): number {
  return useSyncExternalStore(
    onMinute,
    () => Math.floor(Date.now() / MINUTE) * MINUTE,
    () => 0,
  )
}

/** Which state the issue is in, in the words of PRODUCT.md, and how long until it changes. */
export function StateSentence() {
  const { publication } = useDesk()
  const now = useMinute()
  const { state, scheduledAt, scheduledZone, heldReason, published } = useEditorState(({ loaded }) => loaded)
  const changes = useEditorState(countCorrections)
  const date = useEditorState(({ doc }) => doc.issue.date)
  if (state === 'SCHEDULED' && heldReason) return <b className="ed-held">held: {heldReason}</b>
  if (state === 'SCHEDULED' && scheduledAt) {
    const left = now > 0 ? `, ${timeUntil(Date.parse(scheduledAt) - now)}` : ''
    return (
      <>
        goes out <b>{wallClock(scheduledAt, scheduledZone ?? publication.zone)}</b>
        {left}
      </>
    )
  }
  if (state === 'WITHDRAWN') return <b>withdrawn</b>
  if (state === 'PUBLISHED' && published) {
    const rest =
      changes === 0 ? 'as it stands here' : `${changes} unpublished ${changes === 1 ? 'change' : 'changes'}`
    return (
      <>
        <b>published</b>, {rest}
      </>
    )
  }
  return (
    <>
      <b>draft</b> for {dayOf(date)}
    </>
  )
}
