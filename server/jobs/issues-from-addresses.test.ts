import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { UserActor } from '@/lib/accounts/schema'
import { addList } from '@/lib/captures/commands/add-list'
import { placeCaptures } from '@/lib/captures/commands/place-captures'
import { setClock } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { issueDocumentSchema } from '@/lib/document/schema'
import { createIssue } from '@/lib/issues/commands/create-issue'
import { saveItem } from '@/lib/issues/commands/save-item'
import { loadDraft } from '@/lib/issues/queries'
import { readPageOf } from '@/lib/jobs/read-page-of'
import { jobHandlers } from '@/lib/jobs/registry'
import { hashAddress } from '@/lib/links/hash-address'
import { recallCaptures } from '@/lib/memory/queries'
import { sayNote } from '@/lib/memory/rules'
import { askedAddress } from '@/lib/pages/rules'
import { readChecks, readFindingSettings } from '@/lib/preflight/checks'
import { askForLinkCheck } from '@/lib/preflight/commands/ask-for-link-check'
import { checkLinks } from '@/lib/preflight/commands/check-links'
import { type Finding, findAll } from '@/lib/preflight/rules'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { makePerson } from '@/lib/testing/actors'
import { makePublication, tester } from '@/lib/testing/issues'
import type { LocalSite } from '@/lib/testing/local-site'
import { articlePage, oddPages, onPort, type PlayedPage, pageKey, startWeb } from '@/lib/testing/odd-pages'
import { testDatabase } from '@/lib/testing/test-database'
import { importIssues } from '@/lib/transfer/commands/import-issues'
import { parseMarkdown } from '@/lib/transfer/markdown/parse-markdown'
import { emptyReport } from '@/lib/transfer/report'
import type { ParsedIssue, ParsedItem } from '@/lib/transfer/schema'
import { asides, seasons } from '@/server/testing/seasons'
import { type Jobs, runJobs } from './run-jobs'

const DAY = 86_400_000
const itemsOf = ({ sections }: ParsedIssue): ParsedItem[] => sections.flatMap(({ items }) => items)
const call = () => ({ commandId: randomUUID() })

describe.each(seasons.filter(({ next }) => next.length > 0))('$name', (season) => {
  const database = testDatabase()
  const pages = new Map<string, PlayedPage>(asides)
  const pageOf = (url: string) => pages.get(pageKey(url)) ?? articlePage('')
  let web: LocalSite
  let jobs: Jobs
  let curator: UserActor
  const read = (file: string) => parseMarkdown(onPort(readFileSync(file, 'utf8'), web.port), file)

  beforeAll(async () => {
    await database.empty()
    await makePublication({ zone: 'UTC' })
    curator = await makePerson('EDITOR')
    web = await startWeb(pages)
    const left = [...oddPages(onPort(season.end, web.port)), ...season.pages]
    pages.set(pageKey(season.end), articlePage('The end of the chain'))
    for (const { url } of season.next.flatMap(read).flatMap(itemsOf)) {
      const key = pageKey(url ?? '')
      if (!pages.has(key)) pages.set(key, left.shift() ?? articlePage(`A page of ${key}`))
    }
    setClock(() => new Date('2026-11-25T12:00:00Z'))
    const past = season.past.flatMap(read).map((issue) => ({ issue, format: 'markdown' as const }))
    await importIssues(tester, past, { overwrite: false, dryRun: false }, emptyReport())
    const options = { network: web.network, pauseMs: 0, limitMs: 1500 }
    jobs = await runJobs({
      handlers: {
        ...jobHandlers,
        'read-page': (job) => readPageOf(job, options),
        'check-links': (job) => checkLinks(job, options),
      },
      pollMs: 50,
    })
  })
  afterAll(async () => {
    await jobs.stop()
    await web.close()
  })

  /** Until every job has done what it was for; one that failed stays, and is shown with its reason. */
  const jobsEnd = () =>
    expect
      .poll(
        async () =>
          (await pgPool().query('SELECT task_identifier, last_error FROM graphile_worker.jobs')).rows,
      )
      .toEqual([])

  /** Pastes the addresses of an issue, and has their pages read. @returns the captures, in order */
  async function capture(urls: readonly string[]) {
    const { added, problems } = await addList(curator, { ...call(), text: urls.join('\n') })
    expect({ added: added.length, problems }).toEqual({ added: urls.length, problems: [] })
    await jobsEnd()
    const rows = await db().capture.findMany({ where: { id: { in: added } } })
    return added.flatMap((id) => rows.filter((row) => row.id === id))
  }

  /** Places the captures into the sections of a draft, and writes of each what the newsletter did. */
  async function write(issue: ParsedIssue, captures: readonly { id: string; url: string }[]) {
    const { id } = await createIssue(curator, { ...call(), as: 'DRAFT', date: issue.date ?? undefined })
    const draft = await loadDraft(curator, id)
    for (const { layout, items } of issue.sections) {
      const sectionId = draft.sections.find((section) => section.layout === layout)?.id ?? ''
      const placed = items.flatMap(({ url }) => captures.filter((one) => one.url === url))
      const wanted = placed.map((one) => ({ id: one.id, itemId: randomUUID() }))
      await placeCaptures(curator, { ...call(), sectionId, place: {}, captures: wanted })
    }
    const items = (await loadDraft(curator, id)).sections.flatMap((section) => section.items)
    for (const [index, { headline, blurb }] of itemsOf(issue).entries()) {
      const fields = { headline: headline ?? '', blurb }
      await saveItem(curator, { ...call(), id: items[index]?.id ?? '', version: 0, fields })
    }
    return { id, began: items.map((item) => item.headline) }
  }

  async function check(id: string): Promise<Finding[]> {
    await askForLinkCheck(curator, { ...call(), id })
    await jobsEnd()
    const draft = await loadDraft(curator, id)
    const settings = await readFindingSettings(db(), id)
    const checks = await readChecks(db(), draft, settings)
    expect(checks.run).toMatchObject({ finishedAt: expect.any(String), done: checks.run?.total })
    return findAll(draft, settings, checks)
  }

  async function publish(id: string) {
    await publishIssue(curator, { ...call(), id })
    await jobsEnd()
    const { edition } = await db().archivedIssue.findUniqueOrThrow({
      where: { issueId: id },
      include: { edition: true },
    })
    return issueDocumentSchema.parse(edition.document)
  }

  it('is built from addresses alone, whatever they bring, and goes out', async () => {
    const said = { services: [] as string[], told: [] as string[], repeats: [] as string[] }
    for (const issue of season.next.flatMap(read)) {
      const wednesday = Date.parse(`${issue.date}T08:00:00Z`) - 4 * DAY
      setClock(() => new Date(wednesday))
      const wanted = itemsOf(issue)
      const urls = wanted.map(({ url }) => url ?? '')
      const captures = await capture(urls)
      const expected = urls.map((url) => ({ url, title: pageOf(url).title }))
      expect(captures).toMatchObject(
        expected.map(({ url, title }) => ({
          url,
          title: typeof title === 'string' ? title : expect.stringMatching(title),
        })),
      )
      const ids = captures.map(({ id }) => id)
      const { notes } = await recallCaptures(curator, ids)
      const days = (instant: Date) => instant.toISOString().slice(0, 10)
      for (const note of ids.flatMap((id) => notes[id] ?? []))
        said.told.push(sayNote(note, { now: new Date(wednesday), days }))

      const { id, began } = await write(issue, captures)
      const layouts = issue.sections.flatMap(({ layout, items }) => items.map(() => layout))
      const isRow = (index: number) => layouts[index] === 'list'
      expect(began.filter((_, index) => !isRow(index))).toEqual(
        captures.filter((_, index) => !isRow(index)).map(({ title }) => title),
      )
      said.services.push(...began.filter((name, index) => isRow(index) && name !== ''))

      setClock(() => new Date(wednesday + 3 * DAY))
      const findings = await check(id)
      const looked = await db().linkPage.findMany({
        where: { hash: { in: urls.map((url) => hashAddress(askedAddress(url) ?? '')) } },
      })
      for (const url of urls) {
        const { outcome, message } = looked.find(({ address }) => address === askedAddress(url)) ?? {}
        expect([pageOf(url).name, pageOf(url).outcomes]).toEqual([
          pageOf(url).name,
          expect.arrayContaining([outcome]),
        ])
        expect(message).toMatch(/\.$/)
      }
      const ofLinks = findings.filter(({ code }) => code.startsWith('link-'))
      expect(ofLinks).toHaveLength(urls.filter((url) => !pageOf(url).outcomes.includes('OK')).length)
      for (const { code, message } of findings)
        if (code === 'item-past' || code === 'item-repeat') said.repeats.push(message)

      setClock(() => new Date(wednesday + 4 * DAY))
      const document = await publish(id)
      expect(document.issue.number).toBe(issue.number)
      expect(document.sections.flatMap(({ items }) => items)).toMatchObject(
        wanted.map(({ headline, url, blurb }) => ({ headline, url, blurb })),
      )
      expect(await db().capture.count({ where: { state: { not: 'PLACED' } } })).toBe(0)
    }
    const { services, told, repeats } = season
    expect(said).toEqual({ services, told, repeats })
  })
})
