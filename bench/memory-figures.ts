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

const rate = (lines: number, items: number) => ((100 * lines) / Math.max(1, items)).toFixed(1)

/** A row of the table in docs/memory.md. */
function figuresRow(name: string, figures: Figures): string {
  const { items, reruns, caught, usual, nags, mistaken, lines, withLines } = figures
  const quiet = lines.mentioned + lines.near + lines.author + lines.host
  return `| ${[
    name,
    items,
    `${caught} of ${reruns}`,
    `${nags} of ${usual}`,
    mistaken,
    rate(lines.sent, items),
    rate(quiet, items),
    `${lines.mentioned}, ${lines.near}, ${lines.author}, ${lines.host}`,
    rate(withLines, items),
  ].join(' | ')} |`
}

const figuresHead = [
  '| archive | items | reruns told | repeats on purpose told | new ones told | “sent” lines in 100 items | other lines in 100 | mentioned, near, author, host | items with a line in 100 |',
  '|---|---:|---:|---:|---:|---:|---:|---|---:|',
]

const ISSUES = { sreWeekly: 233, thisWeekInRust: 60 }

/** The table that docs/memory.md keeps: what memory says of archives like two newsletters, and of one of them as it was. */
export function runFigures(): Promise<string[]> {
  const archives: [string, PlayedIssue[]][] = [
    ['SRE Weekly 30–45, as they were', readSreWeekly()],
    ['made with SRE Weekly’s rates', makeArchive(sreWeekly, ISSUES.sreWeekly, 4)],
    ['made with This Week in Rust’s rates', makeArchive(thisWeekInRust, ISSUES.thisWeekInRust, 3)],
  ]
  return withBenchServer(async (inDatabase) => {
    const rows = [...figuresHead]
    for (const [name, issues] of archives.filter(([, each]) => each.length > 0)) {
      const figures = await inDatabase('gleaner_figures', async () => {
        await db().publication.create({ data: { name: 'Weekly' } })
        return playArchive(issues)
      })
      rows.push(figuresRow(name, figures))
    }
    return rows
  })
}
