import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { db, transaction } from '@/lib/db/db'
import { lockIssue } from '@/lib/issues/commands/locate'
import { saveItem } from '@/lib/issues/commands/save-item'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { untilWaiting } from '@/lib/testing/waiting'
import { parseMarkdown } from '@/lib/transfer/markdown/parse-markdown'
import { emptyReport } from '@/lib/transfer/report'
import { importIssues } from './import-issues'

const database = testDatabase()
const commandId = () => randomUUID()
const folder = 'lib/transfer/fixtures'

async function importFiles(...files: string[]) {
  const report = emptyReport()
  const read = files.flatMap((file) => parseMarkdown(readFileSync(`${folder}/${file}`, 'utf8'), file))
  await importIssues(
    tester,
    read.map((issue) => ({ issue, format: 'markdown' })),
    { overwrite: true, dryRun: false },
    report,
  )
  return report.results.map(({ outcome }) => outcome)
}

const issueId = async (number: number) => (await db().issue.findFirstOrThrow({ where: { number } })).id

beforeEach(async () => {
  await database.empty()
  await makePublication()
  await importFiles('complete/issue-12.md')
})

test('an issue is published while an import is under way, with editions written already', async () => {
  const draft = await makeDraft(['A'])
  await db().issue.update({ where: { id: draft.id }, data: { number: 99 } })
  const id = await issueId(12)
  const running = await transaction(async (tx) => {
    await lockIssue(tx, id)
    const importing = importFiles('complete/issue-13.md', 'loose/scraped-12.md')
    await untilWaiting(1)
    await publishIssue(tester, { commandId: commandId(), id: draft.id })
    return { importing }
  })
  expect(await running.importing).toEqual(['created', 'overwritten'])
})

test('an item saved at the moment it is overwritten counts as saved before: its editor is told', async () => {
  const item = await db().item.findFirstOrThrow({ where: { headline: 'The rule of three lanterns' } })
  const running = await transaction(async (tx) => {
    const fields = { blurb: 'Typed meanwhile.' }
    await saveItem(tester, { commandId: commandId(), id: item.id, version: item.version, fields }, tx)
    const importing = importFiles('loose/scraped-12.md')
    await untilWaiting(1)
    return { importing }
  })
  expect(await running.importing).toEqual(['overwritten'])
  const { version } = await db().item.findUniqueOrThrow({ where: { id: item.id } })
  expect(version).toBe(item.version + 2)
  const late = { commandId: commandId(), id: item.id, version: item.version + 1, fields: { blurb: 'More.' } }
  await expect(saveItem(tester, late)).rejects.toMatchObject({ code: 'conflict' })
})

test('an issue withdrawn while an import is under way is not put before readers again', async () => {
  const id = await issueId(12)
  const running = await transaction(async (tx) => {
    await lockIssue(tx, id)
    const importing = importFiles('complete/issue-13.md', 'loose/scraped-12.md').catch((error) => error)
    await untilWaiting(1)
    await tx.issue.update({ where: { id }, data: { state: 'WITHDRAWN' } })
    return { importing }
  })
  expect(await running.importing).toMatchObject({ code: 'wrong_state' })
  expect(await db().issue.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'WITHDRAWN' })
  expect(await db().issue.count({ where: { number: 13 } })).toBe(0)
})
