import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { joinEmbeddedPostgres } from './embedded'
import { findPostmaster } from './postmaster'

let dataDir: string
const running = () => findPostmaster(join(dataDir, 'postgres/data'))
const joinIt = () => joinEmbeddedPostgres(dataDir, { fsync: 'off' })

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return rows
}

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'gleaner-embedded-'))
  chmodSync(dataDir, 0o711)
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

describe('the embedded database', () => {
  it('is made once by programs that start at once, and stopped by the last to leave', async () => {
    const [first, second, third] = await Promise.all([joinIt(), joinIt(), joinIt()])
    expect(second.url).toBe(first.url)
    await first.leave()
    await third.leave()
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await second.leave()
    expect(running()).toBeNull()
  })

  it('keeps its data, and takes part in a race of leaving and joining', async () => {
    const before = await joinIt()
    await query(before.url, 'CREATE TABLE kept (id int)')
    const [, after] = await Promise.all([before.leave(), joinIt()])
    expect(await query(after.url, 'SELECT count(*)::int AS rows FROM kept')).toEqual([{ rows: 0 }])
    await after.leave()
    expect(running()).toBeNull()
  })

  it('is started again when it is killed, and stopped by who leaves just then', async () => {
    const database = await joinIt()
    const before = running()
    process.kill(before?.pid ?? 0, 'SIGKILL')
    await expect.poll(() => running()?.pid, { timeout: 30_000 }).not.toBe(before?.pid)
    await database.leave()
    expect(running()).toBeNull()
    const other = await joinIt()
    process.kill(running()?.pid ?? 0, 'SIGKILL')
    await other.leave()
    expect(running()).toBeNull()
  })

  it('counts and searches letters of any script', async () => {
    const database = await joinIt()
    await query(database.url, 'CREATE EXTENSION pg_trgm')
    const rows = await query(
      database.url,
      `SELECT length('😀') AS length, cardinality(show_trgm('日本語')) > 0 AS trigrams, lower('ÄÉ') AS lower`,
    )
    expect(rows).toEqual([{ length: 1, trigrams: true, lower: 'äé' }])
    await database.leave()
  })
})
