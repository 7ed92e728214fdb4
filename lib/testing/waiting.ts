import { pgPool } from '@/lib/db/pool'

const LIMIT_MS = 10_000

/**
 * Comes back when at least `count` statements in this database wait for a lock, so that a race is run and not hoped
 * for.
 * @throws Error when fewer have come by then: the race that was meant did not take place
 */
export async function untilWaiting(count: number, limit = LIMIT_MS): Promise<void> {
  const end = performance.now() + limit
  for (;;) {
    const { rows } = await pgPool().query(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
    const found: number = rows[0].count
    if (found >= count) return
    if (performance.now() >= end) throw new Error(`${found} of ${count} statements wait for a lock`)
  }
}
