import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrateDatabase } from '@/lib/db/migrate'

const MIGRATIONS = 'prisma/migrations'
const TEMPLATE_LOCK = 7_301_978
const DUPLICATE_DATABASE = '42P04'

/** The same server, another database. */
export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

function templateName(): string {
  const hash = createHash('sha256').update(readFileSync('node_modules/graphile-worker/package.json'))
  for (const name of readdirSync(MIGRATIONS).sort()) {
    const file = join(MIGRATIONS, name, name.endsWith('.toml') ? '' : 'migration.sql')
    hash.update(name).update(readFileSync(file))
  }
  return `gleaner_template_${hash.digest('hex').slice(0, 16)}`
}

/**
 * Makes the migrated, empty database that every test's own is cloned from. Its name tells the migrations, so that one
 * that is there already is right.
 * @param serverUrl any database of a server where we may create others
 * @returns its name
 */
export async function ensureTemplateDatabase(serverUrl: string): Promise<string> {
  const name = templateName()
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount) return name
    const unfinished = `${name}_new`
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${unfinished} ENCODING 'UTF8' TEMPLATE template0`)
    await migrateDatabase(urlOf(serverUrl, unfinished))
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`).catch((error) => {
      if (error.code !== DUPLICATE_DATABASE) throw error
    })
    return name
  } finally {
    await client.end()
  }
}
