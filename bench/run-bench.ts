import { resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { closeDb } from '@/lib/db/db'
import { setEnv } from '@/lib/env/env'
import { joinEmbeddedPostgres } from '@/lib/postgres/embedded'
import { ensureTemplateDatabase, urlOf } from '@/lib/testing/template-database'
import { openBrowser } from '@/rigs/open-browser'
import { serveBuilt } from '@/rigs/serve'
import { type Weight, weigh } from '@/rigs/weigh'
import { type CachedPage, measureCachedPages } from './cached-pages'
import { type HttpClient, openHttp } from './http'
import { type Spread, spreadOf, timed } from './measure'
import { DRAFTS, type Operation, operations, type Seeded } from './operations'
import { recordSql, replaySql } from './record-sql'
import { measureRedirects, type Redirects } from './redirects'
import { seedArchive } from './seed'
import { measureVisibility } from './visibility'

const DATA_DIR = resolve('.data-bench')
/** Until then V8 has not made the code of a page fast, which the first ones after a start pay for. */
const WARM_UP = 40

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
export type Bench = {
  issues: number
  rows: Row[]
  html: Bytes
  page: Weight
  cached: CachedPage[]
  visible: { here: Spread; everywhere: Spread }
  redirects: Redirects
}

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
    if (run < Math.min(WARM_UP, operation.runs * 0.4)) continue
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

/** Each operation on the server that it is meant for: the second one keeps no page. */
async function measureOperations(
  [client, anew]: [HttpClient, HttpClient],
  twinUrl: string,
  issues: number,
  seeded: Seeded,
): Promise<Row[]> {
  const twin = new pg.Client({ connectionString: twinUrl })
  await twin.connect()
  try {
    const rows: Row[] = []
    for (const operation of operations(seeded)) {
      const measured = await measure(mirrored(operation, twin), operation.anew ? anew : client, twin)
      rows.push({ issues, ...measured })
    }
    return rows
  } finally {
    await twin.end()
  }
}

async function sizeOfPage(client: HttpClient, path: string): Promise<Bytes> {
  const { body } = await client.get(path)
  return { raw: body.length, gzip: gzipSync(body).length, brotli: brotliCompressSync(body).length }
}

/** What a browser loads for a page, which the server has in its packed forms by now. */
async function weighPage(address: string): Promise<Weight> {
  const browser = await openBrowser()
  return weigh(browser, address).finally(() => browser.close())
}

/** Runs `work` with a server of the database that this process works on. */
async function withServer<T>(
  given: Record<string, string>,
  work: (client: HttpClient, port: number) => Promise<T>,
): Promise<T> {
  const served = await serveBuilt(given)
  const client = openHttp(served.origin, await served.editorCookie())
  try {
    return await work(client, served.port)
  } finally {
    client.close()
    await served.stop()
  }
}

/** @param twinUrl a copy of the database that this process works on */
function measureOn(twinUrl: string, issues: number, seeded: Seeded): Promise<Bench> {
  const path = `/issues/${seeded.published.at(-1)?.slug}`
  return withServer({}, async (client, port) => {
    const html = await sizeOfPage(client, path)
    const cached = await measureCachedPages(port, path)
    const page = await weighPage(`http://localhost:${port}${path}`)
    const rows = await withServer({ CACHE_MB: '0' }, (anew) =>
      measureOperations([client, anew], twinUrl, issues, seeded),
    )
    const visible = await withServer({}, (other) => measureVisibility(client, other, seeded.published))
    return { issues, rows, html, page, cached, visible, redirects: await measureRedirects(port) }
  })
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
