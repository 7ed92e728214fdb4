import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db, transaction } from '@/lib/db/db'
import { createIssue } from '@/lib/issues/commands/create-issue'
import { removeIssue } from '@/lib/issues/commands/remove-issue'
import { saveItem } from '@/lib/issues/commands/save-item'
import { skipIssue } from '@/lib/issues/commands/skip-issue'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { listIssues, PAGE_SIZE } from './queries'
import { issueFilterSchema } from './schema'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})
const commandId = () => randomUUID()
const list = (filter: object = {}) => listIssues(tester, issueFilterSchema.parse(filter))
const plan = (date: string) => createIssue(tester, { commandId: commandId(), as: 'PLANNED', date })

test('a row tells number, title, counts and what can be done; a removed issue is not there', async () => {
  const { id } = await makeDraft(['A', 'B'])
  const gone = await makeDraft(['C'])
  await removeIssue(tester, { commandId: commandId(), id: gone.id })
  const { rows, counts, years } = await list()
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    id,
    state: 'DRAFT',
    number: 1,
    title: 'Tide Table Issue #1',
    sections: 3,
    items: 2,
    path: null,
    changes: null,
    can: { open: false, edit: true, skip: false, unskip: false, remove: true },
  })
  expect(counts).toMatchObject({ DRAFT: 1, PUBLISHED: 0 })
  expect(years).toEqual([Number(rows[0]?.date.slice(0, 4))])
})
test('state, year, number and text narrow it; marks of LIKE find themselves only', async () => {
  const skipped = await plan('2024-05-05')
  await skipIssue(tester, { commandId: commandId(), id: skipped.id })
  const planned = await plan('2025-05-04')
  const { id } = await makeDraft(['100% tide'])
  const ids = async (filter: object) => (await list(filter)).rows.map((row) => row.id)
  expect(await ids({ state: 'SKIPPED' })).toEqual([skipped.id])
  expect(await ids({ year: 2025 })).toEqual([planned.id])
  expect(await ids({ q: '#1' })).toEqual([id])
  expect(await ids({ q: 'TIDE TABLE' })).toEqual([id])
  expect(await ids({ q: '0% ti' })).toEqual([id])
  expect(await ids({ q: '1%t' })).toEqual([])
  expect((await list({ year: 2024 })).counts).toMatchObject({ SKIPPED: 1, PLANNED: 0 })
})
test('a published issue has an address, and tells what a correction would change', async () => {
  const { id, items } = await makeDraft(['A'])
  const { path } = await publishIssue(tester, { commandId: commandId(), id })
  expect((await list()).rows[0]).toMatchObject({
    state: 'PUBLISHED',
    path,
    changes: 0,
    can: { remove: false },
  })
  const save = (headline: string, version: number) =>
    saveItem(tester, { commandId: commandId(), id: items[0] ?? '', version, fields: { headline } })
  await save('A, corrected', 0)
  expect((await list()).rows[0]?.changes).toBe(1)
  await save('A', 1)
  expect((await list()).rows[0]?.changes).toBe(0)
})
test('a save that was under way while the issue was published counts as unpublished', async () => {
  const { id, items } = await makeDraft(['A'])
  await transaction(async (tx) => {
    const fields = { headline: 'A, corrected' }
    await saveItem(tester, { commandId: commandId(), id: items[0] ?? '', version: 0, fields }, tx)
    await publishIssue(tester, { commandId: commandId(), id })
  })
  expect((await list()).rows[0]?.changes).toBe(1)
})
test('pages follow one another by key, whole and without repeats, also where dates are equal', async () => {
  const total = 2 * PAGE_SIZE + 7
  await db().issue.createMany({
    data: Array.from({ length: total }, (_, index) => ({
      date: new Date(Date.UTC(2020, 0, 1 + Math.floor(index / 3))),
    })),
  })
  const seen: string[] = []
  const dates: string[] = []
  for (let after: string | null = null, page = 0; page < 3; page += 1) {
    const { rows, next } = await list({ after })
    seen.push(...rows.map((row) => row.id))
    dates.push(...rows.map((row) => row.date))
    after = next
    expect(next === null).toBe(page === 2)
  }
  expect(new Set(seen).size).toBe(total)
  expect(dates).toEqual([...dates].sort().reverse())
})
test('a sponsor sees none of it', async () => {
  const sponsor = await makePerson('SPONSOR')
  await expect(listIssues(sponsor, issueFilterSchema.parse({}))).rejects.toMatchObject({ code: 'forbidden' })
})
