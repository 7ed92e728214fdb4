'use client'

import { hostOfCapture, siteBeside, sourceInWords } from '@/lib/captures/rules'
import type { CaptureRow } from '@/lib/captures/schema'
import { dayInWords, formatDay } from '@/lib/times/rules'
import { useAge, useReading } from './use-inbox'

/** What the page is, how it came, and where it stands: the small print of a capture. */
export function CaptureFacts({ row }: { row: CaptureRow }) {
  return (
    <div className="flex min-w-0 flex-wrap gap-x-4 text-[0.8125rem] text-muted">
      <PageFacts row={row} />
      <WayIn row={row} />
    </div>
  )
}

/** Host, site, date and length, in one line: where it is narrow, the names are cut. */
function PageFacts({ row }: { row: CaptureRow }) {
  const { now, days } = useReading()
  const { page } = row
  const host = hostOfCapture(row)
  const site = siteBeside(host, page?.site ?? '')
  const words = page?.wordCount
  const facts = [
    page?.date ? ` · ${dayInWords(page.date, days(now))}` : '',
    words ? ` · ${words.toLocaleString('en')} ${words === 1 ? 'word' : 'words'}` : '',
  ]
  return (
    <p className="flex max-w-full min-w-0 whitespace-pre">
      <span className="min-w-[8ch] truncate">{host}</span>
      {site ? (
        <>
          <span> · </span>
          <bdi title={site} className="max-w-[24ch] min-w-[5ch] truncate">
            {site}
          </bdi>
        </>
      ) : null}
      <span>{facts.join('')}</span>
    </p>
  )
}

/** Way in, age, who, and where it stands. */
function WayIn({ row }: { row: CaptureRow }) {
  const age = useAge()
  const { by, source, capturedAt, via, state, laterUntil, placed } = row
  const facts = [
    `${sourceInWords(source)}, ${age(capturedAt)}`,
    source === 'SUGGESTION' ? null : by,
    via ? `via ${via}` : null,
  ]
  return (
    <p className="min-w-0 wrap-anywhere">
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
