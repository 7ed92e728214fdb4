import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { loadDraftIn } from '@/lib/issues/load-draft'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { createIssue } from './create-issue'
import { openIssue } from './open-issue'
import { removeIssue, restoreIssue } from './remove-issue'
import { saveIssue } from './save-issue'
import { saveItem } from './save-item'
import { skipIssue, unskipIssue } from './skip-issue'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})
const commandId = () => randomUUID()

test('two editors saving different fields of one item both win, and each learns of the other', async () => {
  const { items } = await makeDraft(['A'])
  const id = items[0] ?? ''
  const first = await saveItem(tester, { commandId: commandId(), id, version: 0, fields: { headline: 'A2' } })
  const second = await saveItem(tester, { commandId: commandId(), id, version: 0, fields: { blurb: 'B2' } })
  expect(first).toEqual({ version: 1, unseen: {} })
  expect(second).toEqual({ version: 2, unseen: { headline: 'A2' } })
})
test('the same field from an old version is refused with both texts, and nothing is written', async () => {
  const { items } = await makeDraft(['A'])
  const id = items[0] ?? ''
  await saveItem(tester, { commandId: commandId(), id, version: 0, fields: { blurb: 'theirs' } })
  const late = { commandId: commandId(), id, version: 0, fields: { blurb: 'mine', headline: 'A3' } }
  await expect(saveItem(tester, late)).rejects.toMatchObject({
    code: 'conflict',
    detail: { version: 1, conflicts: { blurb: { yours: 'mine', theirs: 'theirs' } } },
  })
  expect(await db().item.findUnique({ where: { id } })).toMatchObject({ blurb: 'theirs', headline: 'A' })
})
test('a retry is answered, not repeated; another person can’t use its id', async () => {
  const { items } = await makeDraft(['A'])
  const call = { commandId: commandId(), id: items[0] ?? '', version: 0, fields: { headline: 'A2' } }
  const answers = await Promise.all([saveItem(tester, call), saveItem(tester, call), saveItem(tester, call)])
  expect(answers).toEqual([{ version: 1, unseen: {} }, answers[0], answers[0]])
  expect(await db().auditEvent.count({ where: { action: 'save-item' } })).toBe(1)
  await expect(saveItem(await makePerson(), call)).rejects.toMatchObject({ code: 'invalid' })
})
test('issues take the next number and the templates; a taken slug or number is told at its field', async () => {
  const one = await createIssue(tester, { commandId: commandId(), as: 'DRAFT', date: '2026-03-01' })
  const two = await createIssue(tester, { commandId: commandId(), as: 'DRAFT' })
  expect(one).toMatchObject({ number: 1, slug: 'issue-1' })
  expect(two).toMatchObject({ number: 2 })
  const draft = await loadDraftIn(db(), one.id)
  expect(draft).toMatchObject({
    title: 'Tide Table Issue #1',
    subject: 'Tide Table Issue #1',
    date: '2026-03-01',
  })
  expect(draft?.sections.map((section) => section.layout)).toEqual(['articles', 'list'])
  const taken = { commandId: commandId(), id: two.id, version: 0, fields: { slug: 'issue-1', number: 1 } }
  await expect(saveIssue(tester, taken)).rejects.toMatchObject({
    code: 'taken',
    fields: { slug: expect.stringContaining('issue-1'), number: expect.stringContaining('1') },
  })
})
test('many at once get different numbers', async () => {
  const made = await Promise.all(
    Array.from({ length: 8 }, () => createIssue(tester, { commandId: commandId(), as: 'DRAFT' })),
  )
  expect(new Set(made.map((issue) => issue.number)).size).toBe(8)
})
test('a planned date is skipped, taken back and opened', async () => {
  const { id } = await createIssue(tester, { commandId: commandId(), as: 'PLANNED', date: '2026-03-08' })
  expect(await skipIssue(tester, { commandId: commandId(), id })).toEqual({ state: 'SKIPPED' })
  await expect(openIssue(tester, { commandId: commandId(), id })).rejects.toMatchObject({ code: 'not_found' })
  expect(await unskipIssue(tester, { commandId: commandId(), id })).toEqual({ state: 'PLANNED' })
  expect(await openIssue(tester, { commandId: commandId(), id })).toMatchObject({
    number: 1,
    date: '2026-03-08',
  })
})
test('a deleted draft comes back with its number, or the next where that is taken, and says so', async () => {
  const one = await createIssue(tester, { commandId: commandId(), as: 'DRAFT' })
  const { removalId } = await removeIssue(tester, { commandId: commandId(), id: one.id })
  expect(await loadDraftIn(db(), one.id)).toBeNull()
  await createIssue(tester, { commandId: commandId(), as: 'DRAFT' })
  const back = await restoreIssue(tester, { commandId: commandId(), id: one.id, removalId })
  expect(back).toMatchObject({ number: 2, slug: 'issue-1-2', notice: expect.stringContaining('number 2') })
})
test('a sponsor sees nothing and changes nothing', async () => {
  const sponsor = await makePerson('SPONSOR')
  const { id, items } = await makeDraft(['A'])
  const save = { commandId: commandId(), id: items[0] ?? '', version: 0, fields: { headline: 'x' } }
  await expect(saveItem(sponsor, save)).rejects.toMatchObject({ code: 'not_found' })
  await expect(removeIssue(sponsor, { commandId: commandId(), id })).rejects.toMatchObject({
    code: 'not_found',
  })
  const creating = createIssue(sponsor, { commandId: commandId(), as: 'DRAFT' })
  await expect(creating).rejects.toMatchObject({ code: 'forbidden' })
})
