import pLimit from 'p-limit'
import type { Keep } from './routes'

/**
 * How many pages are made at a time, and how many may wait. There is one thread, so more at a time would only make each
 * slower. Searches, whose words readers make up, have limits of their own, so that they hold up no page.
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
