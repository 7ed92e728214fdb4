import pg from 'pg'
import { db } from '@/lib/db/db'
import { searchItems } from '@/lib/search/queries'
import { firstPage, noFilters, type SearchFilters, type SearchResults } from '@/lib/search/schema'
import { type Random, seededRandom } from '@/rigs/random'
import { withBenchServer } from './bench-database'
import { type Spread, spreadOf, timed } from './measure'
import { recordSql, replaySql } from './record-sql'
import { seedSearchArchive } from './search-archive'

const RUNS = 60
const WARM_UP = 10

type Asked = { typed: string; filters?: Partial<SearchFilters> }
type Kind = { name: string; ask: (random: Random) => Asked; expect: SearchResults['found'] }

/** `call`: the query in this process; `bare`: its own statements by the driver alone, in turn with it. */
export type SearchRow = { kind: string; statements: number; call: Spread; bare: Spread }
export type SearchBench = { items: number; issues: number; rows: SearchRow[]; all: SearchRow }

/** What readers type, each kind with words of its own. @param texts headlines, from which phrases are taken */
function kindsOf(vocabulary: string[], texts: string[], japanese: string[]): Kind[] {
  const between = (random: Random, from: number, to: number) =>
    vocabulary[from + random.below(to - from)] ?? ''
  const mistype = (word: string) => `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`
  const phrase = (random: Random) => {
    const words = random.pick(texts).split(' ')
    const at = random.below(Math.max(1, words.length - 2))
    return words.slice(at, at + 3).join(' ')
  }
  const long = vocabulary.filter((word) => word.length > 7)
  return [
    { name: 'a rare word', expect: 'all', ask: (random) => ({ typed: between(random, 4_000, 20_000) }) },
    { name: 'a word of many items', expect: 'all', ask: (random) => ({ typed: between(random, 45, 90) }) },
    { name: 'a word between', expect: 'all', ask: (random) => ({ typed: between(random, 150, 1_500) }) },
    {
      name: 'two words',
      expect: 'all',
      ask: (random) => ({ typed: `${between(random, 45, 90)} ${between(random, 100, 250)}` }),
    },
    { name: 'a phrase', expect: 'all', ask: (random) => ({ typed: `"${phrase(random)}"` }) },
    {
      name: 'a mistyped word',
      expect: 'all',
      ask: (random) => ({ typed: mistype(long[500 + random.below(3_000)] ?? '') }),
    },
    {
      name: 'six words, the best of any',
      expect: 'any',
      ask: (random) => ({
        typed: `that article about ${[200, 900, 3_000].map((from) => between(random, from, from * 2)).join(' ')} xyzzyx${random.below(99)}q`,
      }),
    },
    {
      name: 'Japanese within a text',
      expect: 'all',
      ask: (random) => {
        const letters = [...random.pick(japanese)]
        const at = random.below(Math.max(1, letters.length - 3))
        return { typed: letters.slice(at, at + 3).join('') }
      },
    },
    {
      name: 'a word, by year and site',
      expect: 'all',
      ask: (random) => ({
        typed: between(random, 45, 60),
        filters: { year: 2015 + random.below(4), host: 'site0.example' },
      }),
    },
    {
      name: 'what nobody wrote',
      expect: 'nothing',
      ask: (random) => ({ typed: `qqzzxv${random.below(9_999)}jj` }),
    },
  ]
}

async function readTexts(pattern: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ headline: string }[]>`
    SELECT "headline" FROM "ArchivedItem" WHERE "headline" ~ ${pattern} ORDER BY "ordinal" LIMIT 500`
  return rows.map(({ headline }) => headline)
}

async function measureKind(kind: Kind, client: pg.Client, random: Random) {
  const times = { call: [] as number[], bare: [] as number[] }
  let statements = 0
  let met = 0
  for (let run = 0; run < RUNS; run += 1) {
    const { typed, filters } = kind.ask(random)
    const search = () => searchItems(typed, { ...noFilters, ...filters }, firstPage)
    const { result, ms } = await timed(() => recordSql(search))
    const bare = await timed(() => replaySql(client, result.statements))
    statements = Math.max(statements, result.statements.length)
    if (result.result.found === kind.expect) met += 1
    if (run < WARM_UP) continue
    times.call.push(ms)
    times.bare.push(bare.ms)
  }
  // What is measured must be what it is called: chance may let one in ten find otherwise.
  if (met < RUNS * 0.9) throw new Error(`${kind.name}: ${met} of ${RUNS} found ${kind.expect}`)
  return { statements, times }
}

async function measureArchive(url: string, items: number, issues: number): Promise<SearchBench> {
  const vocabulary = await seedSearchArchive(items, issues)
  const kinds = kindsOf(vocabulary, await readTexts('^[a-z]'), await readTexts('^[^a-z]'))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const random = seededRandom(5)
    const all = { call: [] as number[], bare: [] as number[] }
    const rows: SearchRow[] = []
    for (const kind of kinds) {
      const { statements, times } = await measureKind(kind, client, random)
      all.call.push(...times.call)
      all.bare.push(...times.bare)
      rows.push({ kind: kind.name, statements, call: spreadOf(times.call), bare: spreadOf(times.bare) })
    }
    const statements = Math.max(...rows.map((row) => row.statements))
    const total = { kind: 'all of these', statements, call: spreadOf(all.call), bare: spreadOf(all.bare) }
    return { items, issues, rows, all: total }
  } finally {
    await client.end()
  }
}

/** Measures searching with each archive, on a PostgreSQL of its own with the settings of an installation. */
export function runSearchBench(archives: { items: number; issues: number }[]): Promise<SearchBench[]> {
  return withBenchServer(async (inDatabase) => {
    const results: SearchBench[] = []
    for (const { items, issues } of archives) {
      const name = `gleaner_bench_search_${issues}`
      results.push(await inDatabase(name, (url) => measureArchive(url, items, issues)))
    }
    return results
  })
}
