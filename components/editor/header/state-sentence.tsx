'use client'

import { countCorrections } from '@/components/editor/core/status'
import { useDesk, useEditorState } from '@/components/editor/desk/use-desk'
import { usePresent } from '@/components/ui/use-present'
import { dayIn, daysInWords, formatDay, formatMoment, formatWait } from '@/lib/times/rules'

/** Which state the issue is in, what holds it or is not out yet, and how long until it goes out or is due. */
export function StateSentence() {
  const { publication } = useDesk()
  // The server's clock is another one: how long it is comes with the browser's.
  const present = usePresent(0)
  const { state, scheduledAt, scheduledZone, heldReason, published } = useEditorState(({ loaded }) => loaded)
  const changes = useEditorState(countCorrections)
  const date = useEditorState(({ doc }) => doc.issue.date)
  const now = new Date(present || Date.now())
  if (state === 'SCHEDULED' && heldReason) return <b className="ed-held">held: {heldReason}</b>
  if (state === 'SCHEDULED' && scheduledAt) {
    const at = new Date(scheduledAt)
    return (
      <>
        goes out <b>{formatMoment(at, scheduledZone ?? publication.zone, now)}</b>
        {present > 0 ? `, ${formatWait(at.getTime() - present)}` : ''}
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
      <b>draft</b> for {formatDay(date)}
      {present > 0 && (
        <>
          , <span className="whitespace-nowrap">{daysInWords(date, dayIn(publication.zone, now))}</span>
        </>
      )}
    </>
  )
}
