import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { runDeskBench } from '@/bench/desk'
import { deskTable } from '@/bench/desk-table'
import { memoryTable, runMemoryBench } from '@/bench/memory'
import { runFigures } from '@/bench/memory-figures'
import type { Redirects } from '@/bench/redirects'
import { type Bench, type Row, runBench } from '@/bench/run-bench'
import { runSearchBench } from '@/bench/search'
import { searchTable } from '@/bench/search-table'

const SIZES = [60, 600]
/** The size of This Week in Rust's archive, and as many items in ten times the issues. */
const ARCHIVES = [
  { items: 77_000, issues: 650 },
  { items: 77_000, issues: 6_000 },
]
const MEMORY = { items: 100_000, issues: 650, captures: 5_000 }
const FOLDER = 'bench/results'

const say = (line: string) => process.stdout.write(`${line}\n`)

const spread = ({ p50, p95 }: Row['http']) => `${p50.toFixed(1)} / ${p95.toFixed(1)}`

function verdict({ aim, http }: Row): string {
  if (aim === null) return ''
  return http.p95 < aim ? `< ${aim}: yes` : `< ${aim}: NO`
}

/** The table that docs/bench.md keeps. */
function sayTable(results: Bench[]): void {
  say('\nMilliseconds, p50 / p95.\n')
  say('| issues | operation | over HTTP | as a call | bare pg, same SQL | statements | aim, p95 over HTTP |')
  say('|---:|---|---:|---:|---:|---:|---|')
  for (const row of results.flatMap(({ rows }) => rows)) {
    const times = [row.http, row.call, row.bare].map(spread).join(' | ')
    say(`| ${row.issues} | ${row.operation} | ${times} | ${row.statements} | ${verdict(row)} |`)
  }
  const { html, page } = results[0] ?? {}
  if (html) say(`\nHTML of a 15-item issue: ${html.raw} bytes, gzip ${html.gzip}, brotli ${html.brotli}.`)
  if (page)
    say(
      `In a browser: ${page.html} bytes of HTML, ${page.bytes} in all, ${page.requests} requests; aims 12000, 25000, 3.`,
    )
  sayCached(results)
  for (const { issues, visible } of results) sayVisible(issues, visible)
  for (const { issues, redirects } of results) sayRedirects(issues, redirects)
}

const CACHED_AIM = 0.6

/** Pages from memory, against a bare Node server with the same bytes and headers. */
function sayCached(results: Bench[]): void {
  say('\n| issues | from memory | connections | bytes | a second | bare | ratio (lowest) | p50 / p99 | aim |')
  say('|---:|---|---:|---:|---:|---:|---:|---:|---|')
  for (const { issues, cached } of results) {
    for (const { coding, connections, bytes, cached: ours, bare, ratio, lowest } of cached) {
      const rates = `${bytes} | ${ours.rate} | ${bare.rate} | ${ratio.toFixed(2)} (${lowest.toFixed(2)})`
      const held = ratio >= CACHED_AIM ? 'yes' : 'NO'
      const times = `${ours.p50.toFixed(1)} / ${ours.p99.toFixed(1)}`
      say(`| ${issues} | ${coding} | ${connections} | ${rates} | ${times} | ≥ ${CACHED_AIM}: ${held} |`)
    }
  }
}

const VISIBLE_AIM = 300

function sayVisible(issues: number, { here, everywhere }: Bench['visible']): void {
  const held = everywhere.p95 < VISIBLE_AIM ? 'yes' : 'NO'
  say(
    `\nPublish to visible with ${issues} issues, p50 / p95: ${spread(here)} ms at the server that published, ${spread(everywhere)} at two; < ${VISIBLE_AIM}: ${held}.`,
  )
}

const REDIRECTS_AIM = 0.5

function sayRedirects(issues: number, { go, bare, ratio, lowest }: Redirects): void {
  const held = ratio >= REDIRECTS_AIM ? 'yes' : 'NO'
  say(
    `\n\`/go\` with ${issues} issues: ${go} answers a second, a bare Node server ${bare}: ${ratio.toFixed(2)} of it (lowest round ${lowest.toFixed(2)}); 0.5 or more: ${held}.`,
  )
}

/**
 * `npm run bench [-- ISSUES... | -- search | -- memory | -- desk]`: server times with 60 and with 600 issues, or with other
 * numbers of them, searches, what memory answers, and the desk in a browser, or one of the latter alone; tables, and a JSON
 * file in bench/results. `npm run bench -- figures`: no times, but what memory says of whole archives (docs/memory.md).
 */
export async function run(args: string[] = []): Promise<number> {
  if (args.includes('figures')) {
    for (const line of await runFigures()) say(line)
    return 0
  }
  const load = { before: loadavg()[0], after: 0 }
  const sizes = args.filter((arg) => /^\d+$/.test(arg)).map(Number)
  const isAsked = (name: string) => args.length === 0 || args.includes(name)
  const isServer = args.length === 0 || sizes.length > 0
  const results = isServer ? await runBench(sizes.length > 0 ? sizes : SIZES) : []
  const searches = isAsked('search') ? await runSearchBench(ARCHIVES) : []
  const memory = isAsked('memory') ? await runMemoryBench(MEMORY) : null
  const desk = isAsked('desk') ? await runDeskBench() : null
  load.after = loadavg()[0] ?? 0
  const [cpu] = cpus()
  const machine = { node: process.version, cpu: cpu?.model ?? '', cores: cpus().length, load }
  mkdirSync(FOLDER, { recursive: true })
  const at = new Date().toISOString()
  const file = join(FOLDER, `${at.replace(/[:.]/g, '-')}.json`)
  writeFileSync(file, `${JSON.stringify({ at, machine, results, searches, memory, desk }, null, 2)}\n`)
  if (isServer) sayTable(results)
  const tables = [
    ...searchTable(searches),
    ...(memory ? memoryTable(memory) : []),
    ...(desk ? deskTable(desk) : []),
  ]
  for (const line of tables) say(line)
  say(
    `${machine.cores} cores, Node ${machine.node}, load ${load.before?.toFixed(1)} before. Written to ${file}.`,
  )
  return 0
}
