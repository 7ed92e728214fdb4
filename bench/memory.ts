import pg from 'pg'
import { systemActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { recall } from '@/lib/memory/queries'
import { recallSchema } from '@/lib/memory/schema'
import { suggestItems } from '@/lib/memory/suggest'
import { type Random, seededRandom } from '@/rigs/random'
import { serveBuilt } from '@/rigs/serve'
import { withBenchServer } from './bench-database'
import { type HttpClient, openHttp } from './http'
import { type Spread, spreadOf, timed } from './measure'
import { recordSql, replaySql } from './record-sql'
import { seedMemory } from './seed-memory'

const RUNS = 120
const WARM_UP = 20
const actor = systemActor('bench')

type Sent = { url: string; headline: string; date: string }
/** `path`: where the studio asks the server for the same. */
type Question = { call: () => Promise<unknown>; path: string }
type Kind = { name: string; isSeenBefore: boolean; ask: (random: Random) => Question }

/**
 * `http`: asked of a built server, as the studio does; `call`: the queries in this process; `bare`: their own statements by
 * the driver alone; in turn.
 */
export type MemoryRow = {
  kind: string
  isSeenBefore: boolean
  statements: number
  http: Spread
  call: Spread
  bare: Spread
}
export type MemoryBench = {
  items: number
  captures: number
  rows: MemoryRow[]
  seenBefore: { http: Spread; call: Spread }
}

const remember = (query: Record<string, string>): Question => ({
  call: () => recall(actor, recallSchema.parse(query)),
  path: `/api/memory?${new URLSearchParams(query)}`,
})
const suggest = (q: string): Question => ({
  call: () => suggestItems(actor, q),
  path: `/api/memory/items?${new URLSearchParams({ q })}`,
})

/** What a curator types, each kind anew with each run. */
function kindsOf(sent: Sent[], vocabulary: string[]): Kind[] {
  const last = sent.at(-1)?.date ?? '2026-01-01'
  const word = (random: Random, from: number, to: number) => vocabulary[from + random.below(to - from)] ?? ''
  const url = (query: Record<string, string>) => remember({ ...query, date: last })
  const seen = (name: string, ask: Kind['ask']): Kind => ({ name, isSeenBefore: true, ask })
  const found = (name: string, q: (random: Random) => string): Kind => ({
    name,
    isSeenBefore: false,
    ask: (random) => suggest(q(random)),
  })
  return [
    seen('an address that was sent', (random) => {
      const address = random.pick(sent).url.replace('https://', 'http://www.')
      return url({ url: `${address}/?utm_source=x`, byline: `Author ${random.below(900)}` })
    }),
    seen('a new address of a busy site', (random) =>
      url({ url: `https://site0.example/new/${random.below(1e6)}` }),
    ),
    seen('a new address of a rare site', (random) =>
      url({ url: `https://new${random.below(1e6)}.example/a` }),
    ),
    seen('an address in the inbox', (random) => {
      const at = random.below(5_000)
      return url({ url: `https://site${random.below(400)}.example/waiting/${at}` })
    }),
    seen('a headline much like one that was sent', (random) => {
      const { headline } = random.pick(sent)
      return url({ headline: `${headline.slice(0, 5)}${headline.slice(6)}` })
    }),
    seen('a headline of common words', (random) =>
      url({ headline: Array.from({ length: 7 }, () => word(random, 0, 200)).join(' ') }),
    ),
    seen('address, headline and byline at once', (random) => {
      const { headline, url: address } = random.pick(sent)
      return url({ url: address, headline: `On ${headline}`, byline: `Author ${random.below(900)}` })
    }),
    found('`[[` and a rare word', (random) => word(random, 4_000, 20_000)),
    found('`[[` and two common words', (random) => `${word(random, 5, 60)} ${word(random, 5, 60)}`),
    found('`[[` and what nobody wrote', (random) => `qqzzxv${random.below(9_999)}jj`),
  ]
}

async function askServer(studio: HttpClient, path: string): Promise<void> {
  const { status } = await studio.get(path)
  if (status !== 200) throw new Error(`${path} was answered ${status}`)
}

async function measureKind(ask: Kind['ask'], client: pg.Client, studio: HttpClient, random: Random) {
  const times = { http: [] as number[], call: [] as number[], bare: [] as number[] }
  let statements = 0
  for (let run = 0; run < RUNS; run += 1) {
    const { call, path } = ask(random)
    const { result, ms } = await timed(() => recordSql(call))
    const bare = await timed(() => replaySql(client, result.statements))
    const http = await timed(() => askServer(studio, path))
    statements = Math.max(statements, result.statements.length)
    if (run < WARM_UP) continue
    times.http.push(http.ms)
    times.call.push(ms)
    times.bare.push(bare.ms)
  }
  return { times, statements }
}

/** Measures what memory answers while somebody types, with an archive of so many links. */
export function runMemoryBench(size: {
  items: number
  issues: number
  captures: number
}): Promise<MemoryBench> {
  return withBenchServer((inDatabase) =>
    inDatabase('gleaner_bench_memory', async (connectionString) => {
      const random = seededRandom(11)
      const vocabulary = await seedMemory(random, size)
      const sent = await db().$queryRaw<Sent[]>`
        SELECT "url", "headline", to_char("date", 'YYYY-MM-DD') AS date FROM "ArchivedItem"
        WHERE "headline" ~ '^[a-z]' AND "ordinal" % 50 = 0 ORDER BY "ordinal"`
      const client = new pg.Client({ connectionString })
      await client.connect()
      const served = await serveBuilt()
      const studio = openHttp(served.origin, await served.editorCookie())
      try {
        const rows: MemoryRow[] = []
        const all = { http: [] as number[], call: [] as number[] }
        for (const { name, isSeenBefore, ...kind } of kindsOf(sent, vocabulary)) {
          const { times, statements } = await measureKind(kind.ask, client, studio, random)
          if (isSeenBefore) {
            all.http.push(...times.http)
            all.call.push(...times.call)
          }
          const [http, call, bare] = [spreadOf(times.http), spreadOf(times.call), spreadOf(times.bare)]
          rows.push({ kind: name, isSeenBefore, statements, http, call, bare })
        }
        const seenBefore = { http: spreadOf(all.http), call: spreadOf(all.call) }
        return { items: size.items, captures: size.captures, rows, seenBefore }
      } finally {
        studio.close()
        await served.stop()
        await client.end()
      }
    }),
  )
}

const AIM = 20
const spread = ({ p50, p95 }: Spread) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`

/** The table that docs/bench.md keeps, line by line. */
export function memoryTable({ items, captures, rows, seenBefore }: MemoryBench): string[] {
  const held = seenBefore.call.p95 < AIM ? 'yes' : 'NO'
  const { http, call } = seenBefore
  return [
    '',
    `| asked with ${items} links and ${captures} captures | over HTTP | as a call | bare pg, same SQL | statements | aim, p95 as a call |`,
    '|---|---:|---:|---:|---:|---|',
    ...rows.map((row) => {
      const times = [row.http, row.call, row.bare].map(spread).join(' | ')
      return `| ${row.kind} | ${times} | ${row.statements} |  |`
    }),
    `| **seen before**, all of these but \`[[\` | ${spread(http)} | ${spread(call)} |  |  | < ${AIM}: ${held} |`,
  ]
}
