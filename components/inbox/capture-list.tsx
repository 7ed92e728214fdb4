'use client'

import { type ReactNode, startTransition, useEffect, useRef, useState } from 'react'
import { CaptureItem } from './capture-item'
import { type Chunk, inChunks } from './core/chunks'
import { useInbox, useInboxState } from './use-inbox'

/** What a row that was never drawn takes, in px; none of those is seen. */
const ROW = 88
/** How far from the screen rows are drawn ahead. */
const AHEAD = '1200px'

type Props = {
  empty: ReactNode
  /** So many rows are drawn, or left out while they are far away, together. */
  together?: number
}

/** The captures of a view. Of thousands, only those near the screen are drawn; the next page comes before its end is seen. */
export function CaptureList({ empty, together = 20 }: Props) {
  const rows = useInboxState((state) => state.rows)
  const next = useInboxState((state) => state.next)
  const loading = useInboxState((state) => state.loading)
  const [drawn, setDrawn] = useState(() => ({ rows, chunks: inChunks(rows, together) }))
  if (drawn.rows !== rows) setDrawn({ rows, chunks: inChunks(rows, together, drawn.chunks) })
  if (rows.length === 0)
    return loading === 'list' ? <p className="px-4 py-10 text-muted">Loading …</p> : empty
  return (
    <div aria-busy={loading === 'list'}>
      {drawn.chunks.map(({ key, ...chunk }) => (
        <ChunkRows key={key} {...chunk} />
      ))}
      {next ? <End /> : null}
    </div>
  )
}

function ChunkRows({ rows, first }: Omit<Chunk, 'key'>) {
  const list = useRef<HTMLOListElement>(null)
  const [height, setHeight] = useState(first === 1 ? null : rows.length * ROW)
  // The row that the keyboard is at stays, or the focus would be lost.
  const holdsCurrent = useInboxState(({ current }) => rows.some(({ id }) => id === current))
  useEffect(() => {
    const element = list.current
    if (!element) return
    const watch = new IntersectionObserver(
      ([entry]) => {
        const next = entry?.isIntersecting ? null : element.offsetHeight
        // Ahead of the eye there is time, and a key that is pressed meanwhile comes first.
        startTransition(() => setHeight(next))
      },
      { rootMargin: `${AHEAD} 0px`, root: element.closest('[data-scrolls]') },
    )
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  const isDrawn = height === null || holdsCurrent
  return (
    <ol
      ref={list}
      aria-label={`Captures from ${first} to ${first + rows.length - 1}`}
      style={isDrawn ? {} : { blockSize: height }}
    >
      {isDrawn ? rows.map((row) => <CaptureItem key={row.id} row={row} />) : null}
    </ol>
  )
}

/** The end of what is here; loads on before anybody gets there. */
function End() {
  const { inbox } = useInbox()
  const end = useRef<HTMLDivElement>(null)
  const loading = useInboxState((state) => state.loading)
  useEffect(() => {
    const element = end.current
    if (!element || loading !== 'no') return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && void inbox.more(), {
      rootMargin: `${AHEAD} 0px`,
      root: element.closest('[data-scrolls]'),
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [inbox, loading])
  return (
    <div ref={end} className="px-4 py-3 text-center text-muted">
      {loading === 'more' ? 'Loading more …' : null}
    </div>
  )
}
