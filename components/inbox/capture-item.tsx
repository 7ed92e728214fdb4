'use client'

import { memo, useEffect, useRef } from 'react'
import { nameOfCapture } from '@/lib/captures/rules'
import type { CaptureRow } from '@/lib/captures/schema'
import { CaptureFacts } from './capture-facts'
import { CaptureForm } from './capture-form'
import { CaptureMemory } from './capture-memory'
import { CaptureProblem } from './capture-problem'
import { CaptureTools } from './capture-tools'
import { LaterInPlace } from './later-choices'
import { useInbox, useInboxState } from './use-inbox'

/**
 * One capture. Its title leads to the page; of the current one, what can be done with it stands below. Only the current
 * one can be reached by Tab: from there the arrow keys go on, and `j` and `k`.
 */
export const CaptureItem = memo(function CaptureItem({ row }: { row: CaptureRow }) {
  const { inbox, beside } = useInbox()
  const isCurrent = useInboxState(({ current }) => current === row.id)
  const isSelected = useInboxState(({ selected }) => selected.includes(row.id))
  const asking = useInboxState((state) => (state.current === row.id ? state.asking : null))
  const isEdited = useInboxState(({ editing, texts }) => editing === row.id || row.id in texts)
  const link = useRef<HTMLAnchorElement>(null)
  const had = useRef(isCurrent)
  // Rows grow and shrink as another is current: before a press is let go they would move from under it, and no click come.
  const isPressed = useRef(false)
  useEffect(() => {
    if (isCurrent && !had.current) link.current?.scrollIntoView({ block: 'nearest' })
    had.current = isCurrent
  }, [isCurrent])
  const name = nameOfCapture(row)
  return (
    <li
      data-capture={row.id}
      aria-current={isCurrent ? 'true' : undefined}
      className="relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-b border-rule px-4 py-2.5 [contain-intrinsic-size:auto_4rem] last:border-b-0 aria-[current]:bg-sunk"
      onMouseDown={() => {
        isPressed.current = true
        window.addEventListener('mouseup', () => (isPressed.current = false), { once: true })
      }}
      onMouseUp={() => inbox.box.set({ current: row.id })}
      onFocus={() => isCurrent || isPressed.current || inbox.box.set({ current: row.id })}
    >
      <div className="grid content-start justify-items-center gap-1">
        <input
          type="checkbox"
          checked={isSelected}
          tabIndex={isCurrent ? 0 : -1}
          aria-label={`Select ${name}`}
          className="mt-0.5 size-4 accent-(--accent) pointer-coarse:size-6"
          onChange={({ nativeEvent }) => {
            const isRange = 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true
            if (isRange) inbox.selectTo(row.id)
            else inbox.select(row.id)
          }}
        />
        {beside ? <beside.Handle row={row} /> : null}
      </div>
      <div className="grid min-w-0 gap-0.5">
        <a
          ref={link}
          data-row
          href={row.url}
          target="_blank"
          rel="noopener noreferrer"
          dir="auto"
          tabIndex={isCurrent ? 0 : -1}
          className="justify-self-start font-semibold no-underline hover:underline"
        >
          {name}
        </a>
        <CaptureFacts row={row} />
        <CaptureProblem row={row} isWhole={isCurrent} />
        <CaptureMemory row={row} />
        {isEdited ? (
          <CaptureForm row={row} />
        ) : (
          <>
            <Excerpt
              text={row.quote}
              isWhole={isCurrent}
              className="border-s-2 border-rule ps-2 text-muted"
            />
            <Excerpt text={row.note} isWhole={isCurrent} className="" />
            {isCurrent ? <CaptureTools row={row} /> : null}
            {asking && beside ? <LaterInPlace ids={asking} /> : null}
          </>
        )}
      </div>
    </li>
  )
})

/** A text of a capture, in one line until it is looked at. */
function Excerpt({ text, isWhole, className }: { text: string; isWhole: boolean; className: string }) {
  if (text === '') return null
  const size = isWhole ? 'max-h-48 overflow-y-auto whitespace-pre-line' : 'truncate'
  return (
    <p dir="auto" className={`${size} ${className}`}>
      {text}
    </p>
  )
}
