import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { closeDb } from '@/lib/db/db'
import { migrateDatabase } from '@/lib/db/migrate'
import { env, setEnv } from '@/lib/env/env'
import { openCluster, SUPERUSER } from '@/lib/postgres/cluster'
import { ensurePostmaster, stopPostmaster } from '@/lib/postgres/postmaster'

/** A PostgreSQL that nobody starts again but this. */
export type Stoppable = { stop: () => Promise<void>; start: () => Promise<void> }

const NAME = 'gleaner'

async function createDatabase(server: URL): Promise<void> {
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  await client.query(`CREATE DATABASE ${NAME}`)
  await client.end()
}

/** Runs `work` with a PostgreSQL of its own, migrated and empty, to which `db()` leads. */
export async function withStoppable<T>(work: (postgres: Stoppable) => Promise<T>): Promise<T> {
  const before = env()
  const dataDir = await mkdtemp(join(tmpdir(), 'gleaner-stopped-'))
  const cluster = await openCluster(dataDir)
  let postmaster = await ensurePostmaster(cluster, {})
  const { port } = postmaster
  const url = new URL(`postgresql://${SUPERUSER}:${cluster.password}@127.0.0.1:${port}/postgres`)
  await createDatabase(url)
  url.pathname = `/${NAME}`
  let running = true
  const postgres: Stoppable = {
    stop: async () => {
      await closeDb()
      await stopPostmaster(cluster, postmaster)
      running = false
    },
    start: async () => {
      postmaster = await ensurePostmaster(cluster, {}, port)
      running = true
    },
  }
  try {
    await closeDb()
    setEnv({ DATABASE_URL: url.href, DIRECT_DATABASE_URL: url.href })
    await migrateDatabase(url.href)
    return await work(postgres)
  } finally {
    if (running) await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
    setEnv({ DATABASE_URL: before.DATABASE_URL, DIRECT_DATABASE_URL: before.DIRECT_DATABASE_URL })
  }
}
