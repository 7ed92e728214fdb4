import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import { createIssue } from '@/lib/issues/commands/create-issue'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { testDatabase } from '@/lib/testing/test-database'
import { redateIssue } from './commands/redate-issue'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})
const commandId = () => randomUUID()

test('a planned issue goes to another date, its slots with it, and the company is told', async () => {
  const { id } = await createIssue(tester, { commandId: commandId(), as: 'PLANNED', date: '2031-05-04' })
  const { id: sponsorId } = await makeSponsor()
  const { id: slot } = await makeSlot(sponsorId, await makePlacement(), { issueId: id })
  const moved = await redateIssue(tester, { commandId: commandId(), id, date: '2031-05-11' })
  expect(moved).toEqual({ date: '2031-05-11', before: '2031-05-04', shared: false })
  expect((await db().issue.findUniqueOrThrow({ where: { id } })).date).toEqual(new Date('2031-05-11'))
  const events = await db().auditEvent.findMany({ where: { action: { in: ['redate-issue', 'move-slot'] } } })
  expect(events.map(({ subjectId, detail }) => [subjectId, detail])).toEqual([
    [id, { from: '2031-05-04', to: '2031-05-11' }],
    [slot, expect.objectContaining({ fromDate: '2031-05-04', toDate: '2031-05-11' })],
  ])
})

test('a date that another issue has is taken all the same, and said', async () => {
  const { id } = await createIssue(tester, { commandId: commandId(), as: 'PLANNED', date: '2031-05-04' })
  await createIssue(tester, { commandId: commandId(), as: 'PLANNED', date: '2031-05-11' })
  const call = { commandId: commandId(), id, date: '2031-05-11' }
  expect(await redateIssue(tester, call)).toMatchObject({ date: '2031-05-11', shared: true })
})

test('one that was started keeps its date, which is in its envelope', async () => {
  const { id } = await makeDraft(['A'], tester, '2031-05-04')
  const call = { commandId: commandId(), id, date: '2031-05-11' }
  await expect(redateIssue(tester, call)).rejects.toMatchObject({ code: 'wrong_state' })
})
