import { resolve } from 'node:path'
import pg from 'pg'
import { closeDb } from '@/lib/db/db'
import { setEnv } from '@/lib/env/env'
import { joinEmbeddedPostgres } from '@/lib/postgres/embedded'
import { ensureTemplateDatabase, urlOf } from '@/lib/testing/template-database'

const DATA_DIR = resolve('.data-bench')

export type InDatabase = <T>(name: string, work: (url: string) => Promise<T>) => Promise<T>

/**
 * Runs `work` with a PostgreSQL of its own that has the settings of an installation. What it is given makes an empty
 * database, lets `db()` work on it, and drops it again.
 */
export async function withBenchServer<T>(work: (inDatabase: InDatabase) => Promise<T>): Promise<T> {
  setEnv({ DATA_DIR, LOG_LEVEL: 'silent' })
  const embedded = await joinEmbeddedPostgres(DATA_DIR)
  const admin = new pg.Client({ connectionString: embedded.url })
  await admin.connect()
  try {
    const template = await ensureTemplateDatabase(embedded.url)
    return await work(async (name, inner) => {
      const url = urlOf(embedded.url, name)
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
      setEnv({ DATABASE_URL: url, DIRECT_DATABASE_URL: url })
      try {
        return await inner(url)
      } finally {
        await closeDb()
        await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      }
    })
  } finally {
    await admin.end()
    await embedded.leave()
  }
}
