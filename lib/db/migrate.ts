import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { runMigrations as migrateWorker } from 'graphile-worker'
import pg from 'pg'
import { childEnvironment } from '@/lib/env/env'
import { StartError } from '@/lib/errors/start-error'

const FOLDER = 'prisma/migrations'
const MAX_REASON = 300
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

/** In a process group of its own: Ctrl-C in the terminal reaches us, and a migration begun is carried out. */
async function runPrisma(args: string[], env: NodeJS.ProcessEnv): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [PRISMA, ...args], { env, detached: true, stdio: 'pipe' })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
  }
  const [code] = await once(child, 'close')
  return { code, output }
}

/** What a failed run says, in one line: Prisma's own words from its `Error:` on. */
function reasonIn(output: string): string {
  const said = output.slice(Math.max(0, output.search(/^Error:/m)))
  return said
    .replace(/^Error:/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_REASON)
}

async function deploy(url: string): Promise<void> {
  const env = childEnvironment({ DATABASE_URL: url, DIRECT_DATABASE_URL: url, CHECKPOINT_DISABLE: '1' })
  const { code, output } = await runPrisma(['migrate', 'deploy'], env)
  if (code !== 0) throw new StartError(`The database could not be brought up to date: ${reasonIn(output)}`)
}

/**
 * Brings a database to what the code expects: our tables by Prisma's migrations, and those of the job queue. When
 * nothing is to do, one query tells.
 * @param url of the server itself, not of a pooler
 * @throws StartError when the database is newer than the code, or a migration fails, now or before
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
