import { systemActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { recall } from '@/lib/memory/queries'
import { isLoud } from '@/lib/memory/rules'
import { type Note, recallSchema } from '@/lib/memory/schema'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { withBenchServer } from './bench-database'
import {
  makeArchive,
  type PlayedIssue,
  type PlayedItem,
  readSreWeekly,
  readThisWeekInRust,
  sreWeekly,
  thisWeekInRust,
} from './memory-archives'

const actor = systemActor('figures')

/** What memory said of an archive, asked for each item before its issue went out. */
export type Figures = {
  items: number
  /** Items whose address went out before that their curator wants to know of; and those of which it was said. */
  reruns: number
  caught: number
  /** Items that repeat on purpose; and those of which it was said all the same. */
  usual: number
  nags: number
  /** Items of which something weighty was said though they were new. */
  mistaken: number
  /** Lines by kind. */
  lines: Record<Note['kind'], number>
  /** Items under which any line stood. */
  withLines: number
  told: { item: PlayedItem; notes: Note[] }[]
}

const none = { sent: 0, draft: 0, inbox: 0, mentioned: 0, near: 0, author: 0, host: 0 }

function count(figures: Figures, item: PlayedItem, notes: Note[]): void {
  const isTold = notes.some(isLoud)
  figures.items += 1
  if (item.truth === 'rerun') {
    figures.reruns += 1
    if (isTold) figures.caught += 1
  } else if (item.truth === 'usual') {
    figures.usual += 1
    if (isTold) figures.nags += 1
  } else if (isTold) figures.mistaken += 1
  if (notes.length === 0) return
  figures.withLines += 1
  for (const { kind } of notes) figures.lines[kind] += 1
  figures.told.push({ item, notes })
}

async function publish({ date, sections }: PlayedIssue, number: number): Promise<void> {
  const publishedAt = `${date}T20:00:00.000Z`
  const slug = `issue-${number}`
  await makePublishedIssue(
    makeDocument({
      issue: { number, slug, title: `Weekly #${number}`, date, publishedAt, updatedAt: publishedAt },
      sections: sections.map(({ title, layout, items }) =>
        makeSection({
          title: title || null,
          layout,
          items: items.map(({ headline, url, blurb, byline }) => {
            const link = { headline: headline || null, url: url || null }
            return makeItem({ ...link, kind: url ? 'link' : 'note', blurb, byline: byline || null })
          }),
        }),
      ),
    }),
  )
}

/** The planner knows as little of an archive that grows within seconds as of one that is new. */
const ANALYZE_EVERY = 20

/** Lets an archive come into being in an empty database, issue after issue, and asks memory of each item. */
export async function playArchive(issues: readonly PlayedIssue[]): Promise<Figures> {
  const counts = { items: 0, reruns: 0, caught: 0, usual: 0, nags: 0, mistaken: 0, withLines: 0 }
  const figures: Figures = { ...counts, lines: { ...none }, told: [] }
  for (const [at, issue] of issues.entries()) {
    if (at % ANALYZE_EVERY === 0) await pgPool().query('ANALYZE')
    for (const { title, layout, items } of issue.sections) {
      for (const item of items) {
        const { url, headline, byline } = item
        const asked = recallSchema.parse({ url, headline, byline, layout, section: title, date: issue.date })
        count(figures, item, (await recall(actor, asked)).notes)
      }
    }
    await publish(issue, at + 1)
  }
  return figures
}

const share = (part: number, items: number) => ((100 * part) / Math.max(1, items)).toFixed(1)
const of = (told: number, all: number) => (all === 0 ? 'none there' : `${told} of ${all}`)

function sumOf(all: readonly Figures[]): Omit<Figures, 'told'> {
  const sum = (pick: (figures: Figures) => number) => all.reduce((total, figures) => total + pick(figures), 0)
  const kinds = Object.keys(none) as Note['kind'][]
  return {
    items: sum(({ items }) => items),
    reruns: sum(({ reruns }) => reruns),
    caught: sum(({ caught }) => caught),
    usual: sum(({ usual }) => usual),
    nags: sum(({ nags }) => nags),
    mistaken: sum(({ mistaken }) => mistaken),
    withLines: sum(({ withLines }) => withLines),
    lines: { ...none, ...Object.fromEntries(kinds.map((kind) => [kind, sum(({ lines }) => lines[kind])])) },
  }
}

/** A row of the table in docs/memory.md, for archives of one kind together. */
function figuresRow(name: string, all: readonly Figures[]): string {
  const { items, reruns, caught, usual, nags, mistaken, lines, withLines } = sumOf(all)
  const quiet = [lines.near, lines.author, lines.host, lines.mentioned]
  const said = quiet.reduce((sum, each) => sum + each)
  return `| ${[
    name,
    items,
    share(reruns + usual, items),
    of(caught, reruns),
    of(nags, usual),
    mistaken,
    share(said, items),
    quiet.join(', '),
    share(withLines, items),
  ].join(' | ')} |`
}

const figuresHead = [
  '| archive | items | repeats in 100 | reruns told | nags | new told | other lines in 100 | headlines, authors, hosts, mentions | items with any line in 100 |',
  '|---|---:|---:|---:|---:|---:|---:|---|---:|',
]

/** Issues of a generated archive: as many articles as SRE Weekly's rate was counted in, and more than a year of the other. */
export const ISSUES = { sreWeekly: 233, thisWeekInRust: 60 }
/** Of each as many archives as it takes for reruns to be more than a few. */
export const SEEDS = { sreWeekly: [1, 2, 3], thisWeekInRust: [1, 2] }

/** The table that docs/memory.md keeps: what memory says of archives like two newsletters, and of both as they were. */
export function runFigures(): Promise<string[]> {
  const archives: [string, PlayedIssue[][]][] = [
    ['SRE Weekly 30–45, as they were', [readSreWeekly()]],
    ['This Week in Rust, seven issues of 13 years', [readThisWeekInRust()]],
    [
      `made with SRE Weekly’s rates, ${SEEDS.sreWeekly.length} × ${ISSUES.sreWeekly} issues`,
      SEEDS.sreWeekly.map((seed) => makeArchive(sreWeekly, ISSUES.sreWeekly, seed)),
    ],
    [
      `made with This Week in Rust’s rates, ${SEEDS.thisWeekInRust.length} × ${ISSUES.thisWeekInRust} issues`,
      SEEDS.thisWeekInRust.map((seed) => makeArchive(thisWeekInRust, ISSUES.thisWeekInRust, seed)),
    ],
  ]
  return withBenchServer(async (inDatabase) => {
    const rows = [...figuresHead]
    for (const [name, all] of archives.filter(([, [first]]) => first && first.length > 0)) {
      const figures: Figures[] = []
      for (const issues of all)
        figures.push(
          await inDatabase('gleaner_figures', async () => {
            await db().publication.create({ data: { name: 'Weekly' } })
            return playArchive(issues)
          }),
        )
      rows.push(figuresRow(name, figures))
    }
    return rows
  })
}
