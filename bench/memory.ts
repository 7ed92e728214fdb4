import pg from 'pg'
import { systemActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { recall } from '@/lib/memory/queries'
import { recallSchema } from '@/lib/memory/schema'
import { suggestItems } from '@/lib/memory/suggest'
import { type Random, seededRandom } from '@/rigs/random'
import { withBenchServer } from './bench-database'
import { type Spread, spreadOf, timed } from './measure'
import { recordSql, replaySql } from './record-sql'
import { seedMemory } from './seed-memory'

const RUNS = 120
const WARM_UP = 20
const actor = systemActor('bench')

type Sent = { url: string; headline: string; date: string }
type Kind = { name: string; isSeenBefore: boolean; ask: (random: Random) => () => Promise<unknown> }

/** `call`: the queries in this process; `bare`: their own statements by the driver alone, in turn with it. */
export type MemoryRow = {
  kind: string
  isSeenBefore: boolean
  statements: number
  call: Spread
  bare: Spread
}
export type MemoryBench = { items: number; captures: number; rows: MemoryRow[]; seenBefore: Spread }

const remember = (query: object, date: string) => () => recall(actor, recallSchema.parse({ ...query, date }))

/** What a curator types, each kind anew with each run. */
function kindsOf(sent: Sent[], vocabulary: string[]): Kind[] {
  const last = sent.at(-1)?.date ?? '2026-01-01'
  const word = (random: Random, from: number, to: number) => vocabulary[from + random.below(to - from)] ?? ''
  const url = (query: object) => remember(query, last)
  const seen = (name: string, ask: Kind['ask']): Kind => ({ name, isSeenBefore: true, ask })
  const found = (name: string, q: (random: Random) => string): Kind => ({
    name,
    isSeenBefore: false,
    ask: (random) => () => suggestItems(actor, q(random)),
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

async function measureKind(kind: Kind, client: pg.Client, random: Random) {
  const times = { call: [] as number[], bare: [] as number[] }
  let statements = 0
  for (let run = 0; run < RUNS; run += 1) {
    const ask = kind.ask(random)
    const { result, ms } = await timed(() => recordSql(ask))
    const bare = await timed(() => replaySql(client, result.statements))
    statements = Math.max(statements, result.statements.length)
    if (run < WARM_UP) continue
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
      try {
        const rows: MemoryRow[] = []
        const all: number[] = []
        for (const kind of kindsOf(sent, vocabulary)) {
          const { times, statements } = await measureKind(kind, client, random)
          if (kind.isSeenBefore) all.push(...times.call)
          const [call, bare] = [spreadOf(times.call), spreadOf(times.bare)]
          rows.push({ kind: kind.name, isSeenBefore: kind.isSeenBefore, statements, call, bare })
        }
        return { items: size.items, captures: size.captures, rows, seenBefore: spreadOf(all) }
      } finally {
        await client.end()
      }
    }),
  )
}

const AIM = 20
const spread = ({ p50, p95 }: Spread) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`

/** The table that docs/bench.md keeps, line by line. */
export function memoryTable({ items, captures, rows, seenBefore }: MemoryBench): string[] {
  const held = seenBefore.p95 < AIM ? 'yes' : 'NO'
  return [
    '',
    `| asked with ${items} links and ${captures} captures | as a call | bare pg, same SQL | statements | aim, p95 as a call |`,
    '|---|---:|---:|---:|---|',
    ...rows.map(
      ({ kind, call, bare, statements }) =>
        `| ${kind} | ${spread(call)} | ${spread(bare)} | ${statements} |  |`,
    ),
    `| **seen before**, all of these but \`[[\` | ${spread(seenBefore)} |  |  | < ${AIM}: ${held} |`,
  ]
}
