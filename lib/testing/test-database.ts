import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { closeDb } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { setEnv } from '@/lib/env/env'
import { urlOf } from './template-database'

export type TestDatabase = {
  /** Its address, from `beforeAll` on. */
  url: () => string
  /** Removes every row, so that a test begins with nothing; call it in `beforeEach` where tests share a file. */
  empty: () => Promise<void>
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/**
 * Deletes every row, past foreign keys and the triggers that keep editions, which a superuser alone may do. A TRUNCATE
 * would make each table's files anew, and take fifty times as long as the few rows of a test.
 */
async function deleteAll(): Promise<void> {
  const { rows } = await pgPool().query<{ deletes: string }>(
    `SELECT string_agg(format('DELETE FROM %I', tablename), '; ') AS deletes FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  // One message, so one transaction: where it fails, the setting is undone with it.
  await pgPool().query(`
    SET session_replication_role = replica;
    ${rows[0]?.deletes};
    DELETE FROM graphile_worker._private_jobs;
    RESET session_replication_role`)
}

/**
 * Gives the test file a migrated database of its own, cloned from the template (some 30 ms), and points `db()` at it.
 * Call it once at the top of the file.
 */
export function testDatabase(): TestDatabase {
  const name = `gleaner_test_${randomUUID().replaceAll('-', '')}`
  const url = () => urlOf(inject('serverUrl'), name)
  beforeAll(async () => {
    await onServer(`CREATE DATABASE ${name} TEMPLATE ${inject('template')} STRATEGY FILE_COPY`)
    setEnv({ DATABASE_URL: url(), DIRECT_DATABASE_URL: url() })
  })
  afterAll(async () => {
    await closeDb()
    await onServer(`DROP DATABASE ${name} WITH (FORCE)`)
  })
  return { url, empty: deleteAll }
}
