'use client'

import { hostOfCapture, sourceInWords } from '@/lib/captures/rules'
import type { CaptureRow } from '@/lib/captures/schema'
import { formatDay } from '@/lib/times/rules'
import { useAge } from './use-inbox'

/** Host, way in, age, who, and where it stands: the small print of a capture. */
export function CaptureFacts({ row }: { row: CaptureRow }) {
  const age = useAge()
  const { by, source, capturedAt, via, state, laterUntil, placed } = row
  const facts = [
    hostOfCapture(row),
    `${sourceInWords(source)}, ${age(capturedAt)}`,
    source === 'SUGGESTION' ? null : by,
    via ? `via ${via}` : null,
  ]
  return (
    <p className="text-[0.8125rem] text-muted">
      {facts.filter(Boolean).join(' · ')}
      {state === 'LATER' && laterUntil ? ` · put off until ${formatDay(laterUntil)}` : null}
      {placed ? (
        <>
          {' · '}
          <a href={`/admin/issues/${placed.issueId}`} className="text-accent underline underline-offset-2">
            {placed.title || 'Untitled issue'}
          </a>
          {placed.isThere ? null : ', taken out of it since'}
        </>
      ) : null}
    </p>
  )
}
