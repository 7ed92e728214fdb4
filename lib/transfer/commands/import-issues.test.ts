import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { type DocumentItem, issueDocumentSchema } from '@/lib/document/schema'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { makePerson } from '@/lib/testing/actors'
import { corpusFiles } from '@/lib/testing/corpus'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import type { ReadIssue } from '@/lib/transfer/files/read-issues'
import { parseMarkdown } from '@/lib/transfer/markdown/parse-markdown'
import { parsePlain } from '@/lib/transfer/plain/parse-plain'
import { emptyReport } from '@/lib/transfer/report'
import { importIssues } from './import-issues'

const database = testDatabase()
beforeEach(async () => {
  setClock(() => new Date('2026-11-25T12:00:00Z'))
  await database.empty()
  await makePublication({ zone: 'America/New_York' })
})

const fixtures = 'lib/transfer/fixtures'
const complete = [`${fixtures}/complete/issue-12.md`, `${fixtures}/complete/issue-13.md`]
const scraped = `${fixtures}/loose/scraped-12.md`

function readFile(file: string): ReadIssue[] {
  const text = readFileSync(file, 'utf8')
  return file.endsWith('.txt')
    ? parsePlain(text, file).map((issue) => ({ issue, format: 'plain' }))
    : parseMarkdown(text, file).map((issue) => ({ issue, format: 'markdown' }))
}

function fromText(text: string, file = 'made.md'): ReadIssue[] {
  return parseMarkdown(text, file).map((issue) => ({ issue, format: 'markdown' }))
}

async function importAll(
  read: ReadIssue[],
  options = {},
  actor: Parameters<typeof importIssues>[0] = tester,
) {
  const report = emptyReport()
  await importIssues(actor, read, { overwrite: false, dryRun: false, ...options }, report)
  return { report, outcomes: report.results.map((result) => result.outcome), problems: report.problems }
}

async function documentOf(number: number) {
  const row = await db().archivedIssue.findFirstOrThrow({ where: { number }, include: { edition: true } })
  return issueDocumentSchema.parse(row.edition.document)
}

type Item = Omit<DocumentItem, 'id' | 'topics'>
const itemOf = (item: Item): Item => {
  const { kind, headline, url, links, blurb, byline, credit, disclosure, lang, dir } = item
  return { kind, headline, url, links, blurb, byline, credit, disclosure, lang, dir }
}
const sectionOf = ({ title, layout, items }: { title: string | null; layout: string; items: Item[] }) => {
  return { title, layout, items: items.map(itemOf) }
}

/** How many rows there are of what an import writes, and the generation that readers' caches follow. */
async function everything() {
  const counts = [
    db().issue.count(),
    db().edition.count(),
    db().redirect.count(),
    db().importRecord.count(),
    db().auditEvent.count(),
  ]
  const { generation } = await db().publication.findUniqueOrThrow({ where: { id: 1 } })
  return [...(await Promise.all(counts)), generation]
}

describe('an import', () => {
  test.each([complete, ...[corpusFiles('sreweekly/complete', /\.md$/)].filter((files) => files.length > 0)])(
    'makes published issues that say what the files say (%s …)',
    async (...files) => {
      const read = files.flatMap(readFile)
      expect((await importAll(read)).outcomes).toEqual(files.map(() => 'created'))
      for (const { issue } of read) {
        const document = await documentOf(issue.number ?? 0)
        expect(document).toMatchObject({
          edition: 1,
          issue: {
            number: issue.number,
            title: issue.title,
            slug: issue.slug,
            date: issue.date,
            intro: issue.intro,
          },
        })
        expect(document.sections.map(sectionOf)).toEqual(issue.sections.map(sectionOf))
        expect(document.sponsors.map((part) => part.text)).toEqual(issue.sponsors.map((part) => part.text))
      }
    },
  )

  test('keeps the date, puts it at the usual hour in the publication’s zone, and leads old addresses on', async () => {
    await importAll(readFile(complete[0] ?? ''))
    const { issue } = await documentOf(12)
    expect(issue).toMatchObject({ date: '2021-03-07', publishedAt: '2021-03-08T01:00:00.000Z' })
    expect(await db().redirect.findMany({ select: { fromPath: true, toPath: true } })).toEqual([
      { fromPath: '/harbour-notes-issue-12', toPath: '/issues/harbour-notes-issue-12' },
      { fromPath: '/harbour-notes-issue-12/', toPath: '/issues/harbour-notes-issue-12' },
    ])
    expect(await db().auditEvent.count({ where: { action: 'import-issue' } })).toBe(1)
  })

  test('leads on from an old address like ours, unless another issue has it', async () => {
    const made = (number: number, slug: string, was: string) =>
      fromText(
        `---\ntitle: N\nnumber: ${number}\nslug: ${slug}\ndate: 2020-01-0${number}\nurl: https://old.example${was}\n---\n\n## A\n\n### [B](https://b.example/)\n`,
        `${number}.md`,
      )
    await importAll([...made(1, 'first', '/issues/1'), ...made(2, 'second', '/issues/first')])
    expect(await db().redirect.findMany({ select: { fromPath: true, toPath: true } })).toEqual([
      { fromPath: '/issues/1', toPath: '/issues/first' },
      { fromPath: '/issues/1/', toPath: '/issues/first' },
    ])
  })

  test('takes a time with its offset, and then the date that the zone has at that instant', async () => {
    const front = 'title: Late #1\nnumber: 1\nslug: late-1\ndate: 2020-05-02T02:30:00Z'
    await importAll(fromText(`---\n${front}\n---\n\n## A\n\n### [B](https://b.example/)\n`))
    expect((await documentOf(1)).issue).toMatchObject({
      date: '2020-05-01',
      publishedAt: '2020-05-02T02:30:00.000Z',
    })
  })

  test('done again changes nothing', async () => {
    const read = () => complete.flatMap(readFile)
    await importAll(read())
    const before = await everything()
    expect((await importAll(read())).outcomes).toEqual(['unchanged', 'unchanged'])
    expect((await importAll(read(), { overwrite: true })).outcomes).toEqual(['unchanged', 'unchanged'])
    expect(await everything()).toEqual(before)
  })

  test('of a dry run writes nothing and says what would be done', async () => {
    const before = await everything()
    expect((await importAll(complete.flatMap(readFile), { dryRun: true })).outcomes).toEqual([
      'created',
      'created',
    ])
    expect(await everything()).toEqual(before)
  })

  test('of issues without number or title gives them a slug and a title', async () => {
    const untitled = { ...fromText('1. [B](https://b.example/)\n', 'issue-5.md')[0] } as ReadIssue
    const unnumbered = fromText(
      '---\ntitle: Moving house\ndate: 2019-02-03\n---\n\n- [B](https://b.example/)\n',
    )
    expect((await importAll([untitled, ...unnumbered])).outcomes).toEqual(['created', 'created'])
    expect((await documentOf(5)).issue).toMatchObject({ title: 'Tide Table Issue #5', slug: 'issue-5' })
    const archived = await db().archivedIssue.findUniqueOrThrow({ where: { slug: 'moving-house' } })
    expect(archived).toMatchObject({ number: null, title: 'Moving house' })
  })

  test('of plain text estimates dates from what is known, and says so', async () => {
    await importAll(readFile(complete[1] ?? ''))
    const read = readFile(`${fixtures}/plain/paste.txt`).filter(({ issue }) => issue.number === 11)
    const { report } = await importAll(read)
    expect((await documentOf(11)).issue.date).toBe('2021-02-28')
    expect(report.results[0]?.issue.unsure.at(-1)).toMatchObject({
      why: expect.stringContaining('issue 13, 2021-03-14'),
    })
  })

  test('is for the command line, owners and editors, not for sponsors', async () => {
    const read = complete.flatMap(readFile)
    await expect(importAll(read, {}, await makePerson('SPONSOR'))).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect((await importAll(read, {}, await makePerson('EDITOR'))).outcomes).toEqual(['created', 'created'])
  })
})

describe('a poorer source of an issue that is there', () => {
  beforeEach(async () => {
    await importAll(readFile(complete[0] ?? ''))
  })

  test('is reported field by field, and changes nothing', async () => {
    const before = await everything()
    const { outcomes, report } = await importAll(readFile(scraped))
    expect(outcomes).toEqual(['differing'])
    expect(await everything()).toEqual(before)
    const differences = report.results[0]?.differences.map(({ where, field, archive, source }) => {
      return `${where} ${field} ${archive === null ? 'new' : source === null ? 'missing' : 'differs'}`
    })
    expect(differences).toEqual([
      'issue intro missing',
      'sponsor message text missing',
      '“How we lost the tide table & found it again” blurb differs',
      '“How we lost the tide table & found it again” credit differs',
      '“The rule of three lanterns” blurb differs',
      '“The rule of three lanterns” credit missing',
      '“The rule of three lanterns” disclosure missing',
      '“Pump talk” item new',
      '“Overheard at the pump:” item missing',
      "“Knots: a reader's list” item missing",
      '“Fish market” item missing',
    ])
  })

  test('with overwrite makes a correction, in which items told again keep their ids', async () => {
    const before = await documentOf(12)
    expect((await importAll(readFile(scraped), { overwrite: true })).outcomes).toEqual(['overwritten'])
    const after = await documentOf(12)
    expect(after).toMatchObject({
      edition: 2,
      sponsors: [],
      issue: { intro: null, publishedAt: before.issue.publishedAt },
    })
    const idsOf = ({ sections }: typeof before) =>
      sections.flatMap((section) => [section, ...section.items]).map(({ id }) => id)
    const kept = idsOf(after).map((id) => idsOf(before).indexOf(id))
    expect(kept).toEqual([0, 1, 2, -1, 5, 6, 7, 9])
    expect((await importAll(readFile(complete[0] ?? ''), { overwrite: true })).outcomes).toEqual([
      'overwritten',
    ])
    expect((await documentOf(12)).sections.map(sectionOf)).toEqual(before.sections.map(sectionOf))
  })

  test('isn’t, when it is the file it was made from and the curator corrected it since', async () => {
    const { id } = await db().issue.findFirstOrThrow({ where: { number: 12 } })
    await db().item.updateMany({ data: { blurb: 'Mended.' } })
    await publishIssue(tester, { commandId: randomUUID(), id })
    expect((await importAll(readFile(complete[0] ?? ''))).outcomes).toEqual(['unchanged'])
    await importAll(readFile(scraped), { overwrite: true })
    expect((await importAll(readFile(complete[0] ?? ''))).outcomes).toEqual(['differing'])
  })
})

describe('an import that can’t be carried out', () => {
  const linked = (front: string) => `---\n${front}\n---\n\n## A\n\n### [B](https://b.example/)\n`

  test.each([
    [
      'the same number twice',
      [
        'title: N #1\nnumber: 1\nslug: a\ndate: 2020-01-01',
        'title: N #1\nnumber: 1\nslug: b\ndate: 2020-01-01',
      ],
      'Issue 1 is in 0.md too',
    ],
    [
      'the same slug twice',
      [
        'title: N #1\nnumber: 1\nslug: a\ndate: 2020-01-01',
        'title: N #2\nnumber: 2\nslug: a\ndate: 2020-01-01',
      ],
      'The slug “a” is in 0.md too',
    ],
    ['a date to come', ['title: N #1\nnumber: 1\nslug: a\ndate: 2026-11-26'], 'still to come'],
    ['a number too large', ['title: N\nnumber: 7000000\nslug: a\ndate: 2020-01-01'], 'number'],
  ])('for %s writes nothing at all', async (_what, fronts, message) => {
    const before = await everything()
    const read = fronts.flatMap((front, index) => fromText(linked(front), `${index}.md`))
    const { problems } = await importAll([...readFile(complete[0] ?? ''), ...read])
    expect(problems).toMatchObject([{ message: expect.stringContaining(message) }])
    expect(await everything()).toEqual(before)
  })

  test('for a blurb of more than 64 KB names its line', async () => {
    const read = fromText(
      `${linked('title: N\nnumber: 1\nslug: a\ndate: 2020-01-01')}\n${'long '.repeat(14_000)}\n`,
    )
    expect((await importAll(read)).problems).toMatchObject([
      { line: 10, message: expect.stringContaining('64 KB') },
    ])
  })

  test('for a draft of that number, or a slug that another has, says so', async () => {
    const draft = await makeDraft(['A'])
    const number = fromText(linked('title: N\nnumber: 1\nslug: other\ndate: 2020-01-01'))
    expect((await importAll(number)).problems).toMatchObject([
      { message: expect.stringContaining('is a draft') },
    ])
    const slug = fromText(linked(`title: N\nnumber: 9\nslug: ${draft.slug}\ndate: 2020-01-01`))
    expect((await importAll(slug)).problems).toMatchObject([
      { message: expect.stringContaining('is taken by') },
    ])
    expect(await db().edition.count()).toBe(0)
    await publishIssue(tester, { commandId: randomUUID(), id: draft.id })
    await db().issue.update({ where: { id: draft.id }, data: { slug: 'renamed-but-not-yet-published' } })
    expect((await importAll(slug)).problems).toMatchObject([
      { message: expect.stringContaining(`/issues/${draft.slug} is taken`) },
    ])
  })
})
