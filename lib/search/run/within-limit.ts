import type pg from 'pg'
import { pgPool } from '@/lib/db/pool'

/** Whoever looks for something waits no longer; what takes that long is no search but an attack on it. */
const LIMIT_MS = 1_000
/** PostgreSQL's code for a statement that was ended. */
const CANCELLED = '57014'

/** A statement as the driver takes it. */
export type Statement = { text: string; values: unknown[] }
export type Ask = <T>(statement: Statement) => Promise<T[]>

/** What every search has to know: the language of the publication, and of how many items it looks through. */
export type Archive = { lang: string; items: number }

/**
 * The planner doesn't see that a search ends early, and so would read the whole table, in parallel and compiled; each
 * of them takes longer than all of what we ask.
 */
const begin = `BEGIN READ ONLY;
  SET LOCAL statement_timeout = ${LIMIT_MS}; SET LOCAL enable_seqscan = off; SET LOCAL jit = off;
  SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL pg_trgm.similarity_threshold = 0.3;
  SELECT coalesce((SELECT "lang" FROM "Publication" WHERE "id" = 1), 'en') AS lang,
    (SELECT coalesce(sum("items"), 0)::int FROM "SearchWord" WHERE "word" >= 'year:' AND "word" < 'year;') AS items`

async function openSearch(client: pg.PoolClient): Promise<Archive> {
  const results = (await client.query(begin)) as unknown as pg.QueryResult<Archive>[]
  return results.at(-1)?.rows[0] ?? { lang: 'en', items: 0 }
}

/**
 * Runs a search in a read-only transaction that ends what takes too long.
 * @returns null where it took too long
 */
export async function withinLimit<T>(work: (ask: Ask, archive: Archive) => Promise<T>): Promise<T | null> {
  const client = await pgPool().connect()
  let broken: Error | undefined
  try {
    const archive = await openSearch(client)
    const found = await work(async (statement) => (await client.query(statement)).rows, archive)
    await client.query('COMMIT')
    return found
  } catch (error) {
    broken = await client.query('ROLLBACK').then(
      () => undefined,
      (failure) => failure,
    )
    if (error instanceof Error && 'code' in error && error.code === CANCELLED) return null
    throw error
  } finally {
    client.release(broken)
  }
}
