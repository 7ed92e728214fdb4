import pg from 'pg'
import { env } from '@/lib/env/env'
import { log } from '@/lib/log/log'

const MAX_CONNECTIONS = 20
const CONNECT_LIMIT_MS = 10_000

// Next's bundles and the server share one pool through this port.
const port = globalThis as { gleanerPool?: pg.Pool | undefined }

/** The address of the database. @throws Error before the start has found it */
export function databaseUrl(): string {
  const url = env().DATABASE_URL
  if (!url) throw new Error('No database is open in this process')
  return url
}

/** The address for LISTEN, jobs and migrations, which a pooler in between would break. */
export function directDatabaseUrl(): string {
  return env().DIRECT_DATABASE_URL ?? databaseUrl()
}

/** The one pool of this process, for what Prisma can't say: LISTEN, COPY, benchmarks. */
export function pgPool(): pg.Pool {
  if (!port.gleanerPool) {
    const url = new URL(databaseUrl())
    // `schema` and `connection_limit` are Prisma's own and mean nothing to the driver.
    const max = Number(url.searchParams.get('connection_limit')) || MAX_CONNECTIONS
    for (const name of ['schema', 'connection_limit']) url.searchParams.delete(name)
    const options = { connectionString: url.href, max, connectionTimeoutMillis: CONNECT_LIMIT_MS }
    const pool = new pg.Pool({ ...options, application_name: 'gleaner', keepAlive: true })
    // Without a listener an idle connection that Postgres closes, e.g. when it restarts, would end the process.
    pool.on('error', (error) => log().warn({ err: error }, 'An idle database connection was lost'))
    port.gleanerPool = pool
  }
  return port.gleanerPool
}

/** Closes every connection of the pool; the next call of `pgPool` opens a new one. */
export async function closePool(): Promise<void> {
  const pool = port.gleanerPool
  port.gleanerPool = undefined
  await pool?.end()
}
