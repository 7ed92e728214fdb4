import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { saveItem } from '@/lib/issues/commands/save-item'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { reinstateIssue, withdrawIssue } from '@/lib/publishing/commands/withdraw-issue'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { compareEditions, loadHistory } from './queries'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})
const commandId = () => randomUUID()

async function publishTwice() {
  const robin = await makePerson('EDITOR', { name: 'Robin' })
  const { id, items } = await makeDraft(['Harbor lights', 'Tides'])
  await publishIssue(tester, { commandId: commandId(), id })
  const save = (version: number, headline: string) =>
    saveItem(robin, { commandId: commandId(), id: items[0] ?? '', version, fields: { headline } })
  await save(0, 'Harbour lights')
  await publishIssue(robin, { commandId: commandId(), id, note: 'A name was misspelt.' })
  return { id, robin, save }
}

test('editions are told with who and why, withdrawals between them, and which one readers see', async () => {
  const { id, robin } = await publishTwice()
  await withdrawIssue(robin, { commandId: commandId(), id })
  expect((await loadHistory(robin, id)).entries.some((e) => e.kind === 'edition' && e.isCurrent)).toBe(false)
  await reinstateIssue(robin, { commandId: commandId(), id })
  const { entries, unpublished } = await loadHistory(robin, id)
  expect(entries).toMatchObject([
    { kind: 'edition', edition: 3, who: 'Robin', note: null, isCurrent: true },
    { kind: 'withdrawn', who: 'Robin' },
    { kind: 'edition', edition: 2, who: 'Robin', note: 'A name was misspelt.', isCurrent: false },
    { kind: 'edition', edition: 1, who: 'the test', note: null, isCurrent: false },
  ])
  expect(unpublished).toBe(0)
})
test('an edition is compared with the one before it, the draft with what readers have', async () => {
  const { id, robin, save } = await publishTwice()
  const second = await compareEditions(robin, id, 2)
  expect(second).toMatchObject({ before: 'Edition 1', after: 'Edition 2', items: 2 })
  expect(second.rows).toMatchObject([
    { what: 'item', change: 'changed', name: 'Harbour lights', fields: [{ label: 'Headline' }] },
  ])
  expect(await compareEditions(robin, id, 1)).toMatchObject({ before: null, rows: [] })
  await save(1, 'Harbour lamps')
  expect((await loadHistory(robin, id)).unpublished).toBe(1)
  expect((await compareEditions(robin, id, 'draft')).rows).toMatchObject([{ name: 'Harbour lamps' }])
})
test('strangers, other editions and issues never published look alike', async () => {
  const { id } = await publishTwice()
  const { id: draft } = await makeDraft()
  const sponsor = await makePerson('SPONSOR')
  await expect(loadHistory(sponsor, id)).rejects.toMatchObject({ code: 'not_found' })
  await expect(compareEditions(sponsor, id, 1)).rejects.toMatchObject({ code: 'not_found' })
  await expect(compareEditions(tester, id, 9)).rejects.toMatchObject({ code: 'not_found' })
  await expect(compareEditions(tester, draft, 'draft')).rejects.toMatchObject({ code: 'not_found' })
})
