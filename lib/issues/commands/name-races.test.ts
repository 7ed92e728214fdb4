import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/db'
import type { IssueFields } from '@/lib/issues/schema'
import { makePublication, tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { createIssue } from './create-issue'
import { removeIssue, restoreIssue } from './remove-issue'
import { saveIssue } from './save-issue'

const database = testDatabase()
beforeEach(async () => {
  await database.empty()
  await makePublication()
})
const command = () => ({ commandId: randomUUID() })
const create = () => createIssue(tester, { ...command(), as: 'DRAFT' })
const makeMany = async (count: number) => {
  const ids: string[] = []
  for (let made = 0; made < count; made += 1) ids.push((await create()).id)
  return ids
}

test.each<[string, IssueFields]>([
  ['slug', { slug: 'the-same' }],
  ['number', { number: 500 }],
])('of many who take one %s at once one has it, the others are told at its field', async (field, fields) => {
  const ids = await makeMany(6)
  const saves = ids.map((id) => saveIssue(tester, { ...command(), id, version: 0, fields }))
  const results = await Promise.allSettled(saves)
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  for (const result of results)
    if (result.status === 'rejected')
      expect(result.reason).toMatchObject({ code: 'taken', fields: { [field]: expect.any(String) } })
  expect(await db().issue.count({ where: fields })).toBe(1)
})

test('new issues, renumbered and restored ones never share a number or a slug', async () => {
  const ids = await makeMany(6)
  const removals = await Promise.all(
    ids.slice(0, 3).map(async (id) => ({ id, ...(await removeIssue(tester, { ...command(), id })) })),
  )
  const restores = removals.map((removal) => restoreIssue(tester, { ...command(), ...removal }))
  const renumbered = ids.slice(3).map((id, index) =>
    saveIssue(tester, {
      ...command(),
      id,
      version: 0,
      fields: { number: index + 1, slug: `issue-${index + 1}` },
    }),
  )
  const results = await Promise.allSettled([...restores, ...renumbered, create(), create()])
  const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'taken' })
  const issues = await db().issue.findMany({
    where: { removedAt: null },
    select: { number: true, slug: true },
  })
  expect(issues).toHaveLength(8)
  expect(new Set(issues.map((issue) => issue.number)).size).toBe(8)
  expect(new Set(issues.map((issue) => issue.slug)).size).toBe(8)
})
