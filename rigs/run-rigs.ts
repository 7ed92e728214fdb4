import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import pg from 'pg'
import { closeDb } from '@/lib/db/db'
import { setEnv } from '@/lib/env/env'
import { joinEmbeddedPostgres } from '@/lib/postgres/embedded'
import { ensureTemplateDatabase, urlOf } from '@/lib/testing/template-database'
import type { Rig, RigResult } from './rig'

const DATA_DIR = resolve('.data-rigs')

export type RigRow = RigResult & { name: string; seconds: number }

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** Gives `work` a migrated, empty database of its own. */
async function withDatabase<T>(serverUrl: string, template: string, work: () => Promise<T>): Promise<T> {
  const name = `gleaner_rig_${randomUUID().replaceAll('-', '')}`
  const url = urlOf(serverUrl, name)
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
  setEnv({ DATABASE_URL: url, DIRECT_DATABASE_URL: url })
  try {
    return await work()
  } finally {
    await closeDb()
    await onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`)
  }
}

/** A rig that throws has not held. */
async function runOne(rig: Rig, full: boolean): Promise<RigRow> {
  const started = performance.now()
  const result = await rig.run({ full }).catch((error: Error) => ({
    rounds: 0,
    figure: '',
    breaches: [`it broke off: ${error.stack ?? error.message}`],
  }))
  return { name: rig.name, ...result, seconds: Math.round((performance.now() - started) / 1000) }
}

/**
 * Runs rigs one after another on a PostgreSQL of their own, with the safe settings of a real installation.
 * @param onRow told of each as it ends
 */
export async function runRigs(rigs: Rig[], full: boolean, onRow: (row: RigRow) => void): Promise<RigRow[]> {
  setEnv({ DATA_DIR, LOG_LEVEL: 'silent' })
  const embedded = await joinEmbeddedPostgres(DATA_DIR, { max_connections: '200' })
  try {
    const template = await ensureTemplateDatabase(embedded.url)
    const rows: RigRow[] = []
    for (const rig of rigs) {
      const row = await withDatabase(embedded.url, template, () => runOne(rig, full))
      rows.push(row)
      onRow(row)
    }
    return rows
  } finally {
    await embedded.leave()
  }
}
