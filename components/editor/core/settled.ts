import type { Box } from './box'
import type { Timers } from './connection'
import type { Doc } from './document'

/** Milliseconds without a change before an issue counts as settled, and the longest wait while changes go on. */
const PAUSE = 200
const AT_MOST = 3_000

/**
 * Hears of the issue whenever it has settled: for what takes longer than the next letter may wait, as the preview, the
 * mail and the findings do. Answers how to stop.
 */
export function onSettled(
  box: Box<{ readonly doc: Doc }>,
  clock: { timers: Timers; now: () => number },
  hear: (doc: Doc) => void,
): () => void {
  let seen = box.state.doc
  let since: number | null = null
  let callOff = () => {}
  const look = () => {
    const { doc } = box.state
    if (doc === seen) return
    seen = doc
    callOff()
    since ??= clock.now()
    const settle = () => {
      since = null
      hear(seen)
    }
    callOff = clock.timers(settle, Math.max(0, Math.min(PAUSE, since + AT_MOST - clock.now())))
  }
  const stop = box.subscribe(look)
  return () => {
    stop()
    callOff()
  }
}
