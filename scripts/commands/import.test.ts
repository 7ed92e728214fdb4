import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/db'
import { testDatabase } from '@/lib/testing/test-database'
import { run } from './import'

const database = testDatabase()
const out: string[] = []
const err: string[] = []
beforeEach(async () => {
  await database.empty()
  await db().publication.create({ data: { name: 'Gleaner' } })
  out.length = 0
  err.length = 0
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
})
afterEach(() => vi.restoreAllMocks())

const fixtures = 'lib/transfer/fixtures'

describe('npm run import into a database with nothing in it', () => {
  beforeEach(async () => {
    await db().publication.deleteMany({})
  })

  test('--dry-run leaves nothing in it', async () => {
    expect(await run([`${fixtures}/complete`, '--dry-run'])).toBe(0)
    expect(await db().publication.count()).toBe(0)
    expect(await db().user.count()).toBe(0)
  })

  test('takes name, templates and sections from the archive, and no demo issue beside it', async () => {
    expect(await run([`${fixtures}/complete`])).toBe(0)
    expect(await db().publication.findUnique({ where: { id: 1 } })).toMatchObject({
      name: 'Harbour Notes',
      titleTemplate: 'Harbour Notes Issue #{number}',
      slugTemplate: 'harbour-notes-issue-{number}',
    })
    expect(await db().issue.count()).toBe(2)
  })
})

describe('npm run import', () => {
  test('--dry-run shows the structure found, and writes nothing', async () => {
    expect(await run([`${fixtures}/complete`, '--dry-run'])).toBe(0)
    const text = out.join('')
    for (const line of [
      'Harbour Notes Issue #12: would be imported (2 sections, 8 items), from lib/transfer/fixtures/complete/issue-12.md',
      '    Harbour Notes Issue #12  2021-03-07  /issues/harbour-notes-issue-12',
      '    Sponsor, top: Sponsor message',
      '    Articles  [articles, 4 items]',
      '      link  The rule of three lanterns  (blurb 107, credit, disclosure)',
      '          http://lanterns.example/rule#three',
      '      note  Overheard at the pump:',
      '    Mishaps  [list, 4 items]',
      '2 issues: 2 to import, 0 unchanged. Nothing was written.',
    ]) {
      expect(text.split('\n')).toContain(line)
    }
    expect(await db().issue.count()).toBe(0)
  })

  test('--json prints counts and issues and nothing else', async () => {
    expect(await run([`${fixtures}/complete`, '--json'])).toBe(0)
    const report = JSON.parse(out.join(''))
    expect(report).toMatchObject({
      dryRun: false,
      written: true,
      skipped: [{ why: expect.any(String) }],
      problems: [],
    })
    expect(report.counts).toEqual({
      issues: 2,
      created: 2,
      unchanged: 0,
      differing: 0,
      overwritten: 0,
      sections: 4,
      items: 10,
      links: 9,
      quotes: 0,
      notes: 1,
      sponsors: 2,
      unsure: 0,
      setAside: 0,
      skipped: 1,
      problems: 0,
    })
    expect(report.issues[0]).toMatchObject({
      number: 12,
      slug: 'harbour-notes-issue-12',
      outcome: 'created',
      line: 9,
    })
    expect(await db().archivedIssue.count()).toBe(2)
  })

  test('another source of an issue that is there is reported, and left', async () => {
    await run([`${fixtures}/complete/issue-12.md`])
    out.length = 0
    expect(await run([`${fixtures}/loose/scraped-12.md`])).toBe(0)
    expect(out.join('')).toContain(
      '“How we lost the tide table & found it again”: blurb differs\n    archive: ',
    )
    expect(out.join('')).toContain(
      '1 issue: 0 imported, 0 unchanged, 1 differing (--overwrite makes corrections of them).',
    )
    expect(await db().edition.count()).toBe(1)
  })

  test('what can’t be imported is named on standard error, and nothing is written', async () => {
    expect(await run([`${fixtures}/complete`, `${fixtures}/nowhere.md`])).toBe(1)
    expect(err.join('')).toBe(
      `${fixtures}/nowhere.md: There is nothing at this path. Check its spelling.\nNothing was imported.\n`,
    )
    expect(await run([`${fixtures}/complete`, `${fixtures}/loose`])).toBe(1)
    expect(err.join('')).toContain('Issue 12 is in lib/transfer/fixtures/complete/issue-12.md too.')
    expect(await db().issue.count()).toBe(0)
  })

  test.each([
    [[], 'Name the files or folders'],
    [['a.md', '--format', 'xml'], 'There is no format “xml”'],
    [['a.md', '--fast'], "Unknown option '--fast'"],
  ])('called with %j it prints how to call it', async (args, message) => {
    expect(await run(args)).toBe(2)
    expect(err.join('')).toContain(message)
    expect(err.join('')).toContain('Usage: npm run import -- PATH...')
  })
})
