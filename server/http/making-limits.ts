import pLimit from 'p-limit'
import type { Keep } from './routes'

/**
 * Pages that are made at a time, and that may wait for it. There is one thread, so more at a time would only make each
 * slower; and what readers make up has its own, so that it holds up no page.
 */
const rooms = {
  pages: { limit: pLimit(4), mostWaiting: 1_000 },
  searches: { limit: pLimit(2), mostWaiting: 100 },
}

/** Runs `work` in its turn; null when too many wait already. */
export function inTurn<T>(room: Keep['room'], work: () => Promise<T>): Promise<T> | null {
  const { limit, mostWaiting } = rooms[room]
  return limit.pendingCount >= mostWaiting ? null : limit(work)
}
