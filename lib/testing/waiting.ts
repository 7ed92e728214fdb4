import { pgPool } from '@/lib/db/pool'

const LIMIT_MS = 5_000

/**
 * Comes back when at least `count` statements in this database wait for a lock, so that a race is run and not hoped
 * for; after five seconds in any case, since fewer may have come than were meant to.
 */
export async function untilWaiting(count: number): Promise<void> {
  const end = performance.now() + LIMIT_MS
  while (performance.now() < end) {
    const { rows } = await pgPool().query(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    if (rows[0].count >= count) return
  }
}
