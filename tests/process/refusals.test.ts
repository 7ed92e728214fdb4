import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EmbeddedDatabase } from '@/lib/postgres/embedded'
import { urlOf } from '@/lib/testing/template-database'
import { joinTestServer } from '@/lib/testing/test-server'
import { freePort, launch, processesOf, removeInstallation } from './program'

let dataDir: string
let server: EmbeddedDatabase

async function onDatabase(url: string, ...statements: string[]) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

const unfit = {
  encoding: `gleaner_ascii_${process.pid}`,
  newer: `gleaner_newer_${process.pid}`,
  foreign: `gleaner_foreign_${process.pid}`,
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'gleaner-refuse-'))
  server = await joinTestServer()
  await onDatabase(
    server.url,
    `CREATE DATABASE ${unfit.encoding} ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`,
    `CREATE DATABASE ${unfit.newer} TEMPLATE template0`,
    `CREATE DATABASE ${unfit.foreign} TEMPLATE template0`,
  )
  await onDatabase(urlOf(server.url, unfit.foreign), 'CREATE TABLE "Issue" (title text)')
  await onDatabase(
    urlOf(server.url, unfit.newer),
    'CREATE TABLE _prisma_migrations (migration_name text, finished_at timestamptz, rolled_back_at timestamptz)',
    `INSERT INTO _prisma_migrations VALUES ('29990101000000_later', now(), NULL)`,
  )
})
afterAll(async () => {
  for (const name of Object.values(unfit)) await onDatabase(server.url, `DROP DATABASE ${name} WITH (FORCE)`)
  await server.leave()
  removeInstallation(dataDir)
})

/** Starts, and expects one line on standard error and exit code 1. @returns the line */
async function refusal(env: Record<string, string>): Promise<string> {
  const program = launch(['start'], { env: { DATA_DIR: dataDir, PORT: String(await freePort()), ...env } })
  expect(await program.ended()).toBe(1)
  expect(program.output()).not.toContain('ready')
  const lines = program.errors().trim().split('\n')
  expect(lines).toHaveLength(1)
  expect(processesOf(dataDir)).toEqual([])
  return lines[0] ?? ''
}

describe('npm start refuses', () => {
  it('a port in use', async () => {
    const port = await freePort()
    const other = createServer().listen(port)
    await once(other, 'listening')
    expect(await refusal({ PORT: String(port) })).toContain(`Port ${port} is in use`)
    other.close()
  })

  it('a data folder that it can not write', async () => {
    expect(await refusal({ DATA_DIR: '/dev/null/data' })).toContain('The data folder /dev/null/data can')
  })

  it('a database that it can not reach, without telling the password', async () => {
    const url = `postgresql://someone:hunter2@127.0.0.1:${await freePort()}/gleaner`
    const line = await refusal({ DATABASE_URL: url })
    expect(line).toMatch(/The database gleaner at 127\.0\.0\.1:\d+ can't be reached/)
    expect(line).not.toContain('hunter2')
  })

  it('a direct address of the database that it can not reach', async () => {
    const direct = `postgresql://someone:hunter2@127.0.0.1:${await freePort()}/gleaner`
    const line = await refusal({ DATABASE_URL: server.url, DIRECT_DATABASE_URL: direct })
    expect(line).toMatch(/The database of DIRECT_DATABASE_URL, gleaner at 127\.0\.0\.1:\d+ can't be reached/)
    expect(line).not.toContain('hunter2')
  })

  it('a database that its migrations can not be carried out on', async () => {
    const line = await refusal({ DATABASE_URL: urlOf(server.url, unfit.foreign) })
    expect(line).toContain('could not be brought up to date')
  })

  it('a database that is not UTF8', async () => {
    const line = await refusal({ DATABASE_URL: urlOf(server.url, unfit.encoding) })
    expect(line).toContain("The database's encoding is SQL_ASCII, it must be UTF8")
  })

  it('a database newer than the code', async () => {
    const line = await refusal({ DATABASE_URL: urlOf(server.url, unfit.newer) })
    expect(line).toContain('newer than this code: it has the migration 29990101000000_later')
  })

  it('a variable that makes no sense', async () => {
    expect(await refusal({ APP_URL: 'example.org' })).toContain('APP_URL must be an origin')
  })
})
