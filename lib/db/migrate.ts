import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { promisify } from 'node:util'
import { runMigrations as migrateWorker } from 'graphile-worker'
import pg from 'pg'
import { childEnvironment } from '@/lib/env/env'
import { StartError } from '@/lib/errors/start-error'

const FOLDER = 'prisma/migrations'
const PRISMA = 'node_modules/prisma/build/index.js'

type Applied = { name: string; finished: boolean }

function knownMigrations(): string[] {
  const entries = readdirSync(FOLDER, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}

async function appliedMigrations(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query(`SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS found`)
  if (!rows[0].found) return []
  const applied = await client.query(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM public._prisma_migrations
     WHERE rolled_back_at IS NULL`,
  )
  return applied.rows
}

async function hasWorkerTables(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(`SELECT to_regnamespace('graphile_worker') IS NOT NULL AS found`)
  return rows[0].found
}

async function readState(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return { applied: await appliedMigrations(client), worker: await hasWorkerTables(client) }
  } finally {
    await client.end()
  }
}

async function deploy(url: string): Promise<void> {
  const env = childEnvironment({ DATABASE_URL: url, DIRECT_DATABASE_URL: url, CHECKPOINT_DISABLE: '1' })
  await promisify(execFile)(process.execPath, [PRISMA, 'migrate', 'deploy'], { env })
}

/**
 * Brings a database to what the code expects: our tables by Prisma's migrations, and those of the job queue. When
 * nothing is to do, one query tells.
 * @param url of the server itself, not of a pooler
 * @throws StartError when the database is newer than the code, or a migration failed half-way
 */
export async function migrateDatabase(url: string): Promise<void> {
  const { applied, worker } = await readState(url)
  const known = knownMigrations()
  const unknown = applied.find(({ name }) => !known.includes(name))
  if (unknown)
    throw new StartError(
      `The database is newer than this code: it has the migration ${unknown.name}. Update the code.`,
    )
  const failed = applied.find(({ finished }) => !finished)
  if (failed)
    throw new StartError(`The migration ${failed.name} failed half-way: see npx prisma migrate resolve.`)
  if (applied.length < known.length) await deploy(url)
  if (!worker) await migrateWorker({ connectionString: url })
}
