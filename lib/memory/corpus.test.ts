import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '@/lib/accounts/schema'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { addItem } from '@/lib/issues/commands/add-item'
import { corpusFiles } from '@/lib/testing/corpus'
import { makeDraft, makePublication } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { importIssues } from '@/lib/transfer/commands/import-issues'
import { parseMarkdown } from '@/lib/transfer/markdown/parse-markdown'
import { emptyReport } from '@/lib/transfer/report'
import { recall } from './queries'
import { sayNote } from './rules'
import { recallSchema } from './schema'

const actor = systemActor('test')
const read = (file: string) => parseMarkdown(readFileSync(file, 'utf8'), file)
const scraped = (numbers: RegExp) =>
  corpusFiles('sreweekly', new RegExp(`^sreweekly-(?:${numbers.source})\\.md$`))

/** What is remembered, what is written next, and each thing that memory says of it, with whom it is said of. */
type Tried = { name: string; past: string[]; next: string[]; told: string[] }

const tried: Tried[] = [
  {
    // None of their 40 links, those in their words among them, is in the earlier ones.
    name: 'SRE Weekly 42 and 43 after 30–41',
    past: [...scraped(/3[0-6]/), ...corpusFiles('sreweekly/complete', /^issue-\d+\.md$/)],
    next: scraped(/4[23]/),
    told: [],
  },
  {
    name: 'an issue of our own after another',
    past: ['lib/transfer/fixtures/complete/issue-12.md'],
    next: ['lib/transfer/fixtures/complete/issue-12.md'],
    told: [
      'How we lost the tide table & found it again: Sent in #12 on 7 Mar 2021',
      'The rule of three lanterns: Sent in #12 on 7 Mar 2021',
      "Knots: a reader's list: Sent in #12 on 7 Mar 2021",
    ],
  },
]

describe.each(tried.filter(({ next }) => next.length > 0))('$name', ({ past, next, told }) => {
  const database = testDatabase()
  beforeAll(async () => {
    setClock(() => new Date('2026-11-25T12:00:00Z'))
    await database.empty()
    await makePublication()
    const issues = past.flatMap(read).map((issue) => ({ issue, format: 'markdown' as const }))
    await importIssues(actor, issues, { overwrite: false, dryRun: false }, emptyReport())
    return () => setClock(null)
  })

  it('is told exactly what repeats', async () => {
    const said: string[] = []
    const reading = {
      now: new Date('2026-11-25T12:00:00Z'),
      days: (instant: Date) => instant.toISOString().slice(0, 10),
    }
    for (const { sections, date } of next.flatMap(read)) {
      const draft = await makeDraft([], actor)
      for (const { title, layout, items } of sections) {
        for (const { headline, url, byline, blurb } of items) {
          const asked = {
            url: url ?? '',
            headline: headline ?? '',
            byline: byline ?? '',
            layout,
            section: title ?? '',
          }
          const { notes } = await recall(
            actor,
            recallSchema.parse({ ...asked, issueId: draft.id, date: date ?? undefined }),
          )
          said.push(...notes.map((note) => `${headline}: ${sayNote(note, reading)}`))
          const fields = { headline: headline ?? '', url: url ?? '', blurb }
          const { sectionId } = draft
          await addItem(actor, { commandId: randomUUID(), id: randomUUID(), sectionId, fields, place: {} })
        }
      }
    }
    expect(await db().archivedItem.count()).toBeGreaterThan(5)
    expect(said).toEqual(told)
  })
})
