import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { setClock } from '@/lib/clock/clock'
import { makeDraft, makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { createIssue } from './commands/create-issue'
import { skipIssue } from './commands/skip-issue'
import { nextIssue } from './queries'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication({ zone: 'America/New_York' })
  // Saturday evening in New York, Sunday already in Greenwich.
  setClock(() => new Date('2026-03-01T01:00:00Z'))
})
afterAll(() => setClock(null))

const plan = (date: string) => createIssue(tester, { commandId: randomUUID(), as: 'PLANNED', date })
const next = async () => (await nextIssue(tester)).date

test('the first issue comes on the next usual day of the publication’s zone', async () => {
  expect(await next()).toBe('2026-03-01')
})
test('the next one a step of the cadence after the last, unless that has passed', async () => {
  await makeDraft([], tester, '2026-03-03')
  expect(await next()).toBe('2026-03-10')
  setClock(() => new Date('2026-05-01T12:00:00Z'))
  expect(await next()).toBe('2026-05-03')
})
test('planned and skipped dates are passed over; a date planned far ahead carries nothing with it', async () => {
  await plan('2026-03-01')
  const { id } = await plan('2026-03-08')
  await skipIssue(tester, { commandId: randomUUID(), id })
  await plan('2031-03-02')
  expect(await nextIssue(tester)).toMatchObject({ date: '2026-03-15', opens: '2026-03-01' })
})
test('a new issue opens what is planned for the next date, not what is planned far ahead', async () => {
  const far = await plan('2031-03-02')
  const planned = await plan('2026-03-01')
  const open = () => createIssue(tester, { commandId: randomUUID(), as: 'DRAFT' })
  expect((await open()).id).toBe(planned.id)
  const second = await open()
  expect(second).toMatchObject({ date: '2026-03-08', number: 2 })
  expect(second.id).not.toBe(far.id)
})
