import { resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { closeDb } from '@/lib/db/db'
import { setEnv } from '@/lib/env/env'
import { joinEmbeddedPostgres } from '@/lib/postgres/embedded'
import { ensureTemplateDatabase, urlOf } from '@/lib/testing/template-database'
import { serveBuilt } from '@/rigs/serve'
import { type HttpClient, openHttp } from './http'
import { type Spread, spreadOf, timed } from './measure'
import { DRAFTS, type Operation, operations, type Seeded } from './operations'
import { recordSql, replaySql } from './record-sql'
import { measureRedirects, type Redirects } from './redirects'
import { seedArchive } from './seed'

const DATA_DIR = resolve('.data-bench')
const WARM_UP = 10

/** `http` through the server, `call` in this process, `bare` the call's own statements by the driver alone. */
export type Row = {
  issues: number
  operation: string
  statements: number
  aim: number | null
  http: Spread
  call: Spread
  bare: Spread
}
export type Bytes = { raw: number; gzip: number; brotli: number }
export type Bench = { rows: Row[]; html: Bytes; redirects: Redirects }

async function onServer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/** The three ways in turn, run by run, so that whatever else the machine does falls on all of them alike. */
async function measure(operation: Operation, client: HttpClient, twin: pg.Client) {
  const times = { http: [] as number[], call: [] as number[], bare: [] as number[] }
  let count = 0
  for (let run = 0; run < operation.runs; run += 1) {
    const call = await operation.call(run)
    const { result, ms } = await timed(() => recordSql(call))
    const bare = await timed(() => replaySql(twin, result.statements))
    const overHttp = await timed(await operation.http(run, client))
    count = result.statements.length
    if (run < Math.min(WARM_UP, operation.runs / 4)) continue
    times.call.push(ms)
    times.bare.push(bare.ms)
    times.http.push(overHttp.ms)
  }
  return {
    operation: operation.name,
    statements: count,
    aim: operation.aim,
    http: spreadOf(times.http),
    call: spreadOf(times.call),
    bare: spreadOf(times.bare),
  }
}

/** Preparations run in this process's database; the twin must see them too, so they are recorded and repeated. */
function mirrored(operation: Operation, twin: pg.Client): Operation {
  return {
    ...operation,
    call: async (run) => {
      const { result, statements } = await recordSql(() => operation.call(run))
      await replaySql(twin, statements)
      return result
    },
  }
}

async function measureSize(serverUrl: string, template: string, issues: number): Promise<Bench> {
  const name = `gleaner_bench_${issues}`
  const drop = [name, `${name}_twin`].map((each) => `DROP DATABASE IF EXISTS ${each} WITH (FORCE)`)
  const url = urlOf(serverUrl, name)
  await onServer(serverUrl, ...drop, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
  setEnv({ DATABASE_URL: url, DIRECT_DATABASE_URL: url })
  const seeded = await seedArchive(issues, DRAFTS)
  await closeDb()
  await onServer(serverUrl, `CREATE DATABASE ${name}_twin TEMPLATE ${name} STRATEGY FILE_COPY`)
  try {
    return await measureOn(urlOf(serverUrl, `${name}_twin`), issues, seeded)
  } finally {
    await closeDb()
    await onServer(serverUrl, ...drop)
  }
}

/** @param twinUrl a copy of the database that this process works on */
async function measureOn(twinUrl: string, issues: number, seeded: Seeded): Promise<Bench> {
  const served = await serveBuilt()
  const client = openHttp(served.origin, await served.editorCookie())
  const twin = new pg.Client({ connectionString: twinUrl })
  await twin.connect()
  try {
    const { body } = await client.get(`/issues/${seeded.published.at(-1)?.slug}`)
    const html = { raw: body.length, gzip: gzipSync(body).length, brotli: brotliCompressSync(body).length }
    const rows: Row[] = []
    for (const operation of operations(seeded))
      rows.push({ issues, ...(await measure(mirrored(operation, twin), client, twin)) })
    return { rows, html, redirects: await measureRedirects(served.port) }
  } finally {
    await twin.end()
    client.close()
    await served.stop()
  }
}

/** Measures with each number of published issues, on a PostgreSQL of its own with the settings of an installation. */
export async function runBench(sizes: number[]): Promise<Bench[]> {
  setEnv({ DATA_DIR, LOG_LEVEL: 'silent' })
  const embedded = await joinEmbeddedPostgres(DATA_DIR)
  try {
    const template = await ensureTemplateDatabase(embedded.url)
    const results: Bench[] = []
    for (const size of sizes) results.push(await measureSize(embedded.url, template, size))
    return results
  } finally {
    await embedded.leave()
  }
}
