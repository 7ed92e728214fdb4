import { beforeAll, expect, test } from 'vitest'
import { createDemoLink } from '@/lib/accounts/commands/create-demo-link'
import { systemActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { pgPool } from '@/lib/db/pool'
import { listIssues } from '@/lib/issue-list/queries'
import { issueFilterSchema } from '@/lib/issue-list/schema'
import { loadDraft } from '@/lib/issues/queries'
import { findInDraft } from '@/lib/preflight/find-in-draft'
import { blockers } from '@/lib/preflight/rules'
import { settingsSchema } from '@/lib/publication/schema'
import { readSettingsIn } from '@/lib/publication/settings'
import { readStorefront } from '@/lib/storefront/queries'
import { tester } from '@/lib/testing/issues'
import { testDatabase } from '@/lib/testing/test-database'
import { demoIssues } from './demo-issues'
import { demoPlacements } from './demo-storefront'
import { seedDemo } from './seed-demo'

testDatabase()
beforeAll(() => seedDemo())

const rows = async () => (await listIssues(tester, issueFilterSchema.parse({}))).rows

test('the demo has issues before readers, a draft and a planned date, a week apart', async () => {
  const issues = await rows()
  expect(issues.map((row) => row.state)).toEqual(['PLANNED', 'DRAFT', ...demoIssues.map(() => 'PUBLISHED')])
  expect(issues.map((row) => row.number)).toEqual([null, 4, 3, 2, 1])
  const days = issues.map((row) => Date.parse(row.date) / 86_400_000)
  expect(days.slice(1).map((day, index) => (days[index] ?? 0) - day)).toEqual([7, 7, 7, 7])
})
test('readers find each at its address, published in the past, unchanged since', async () => {
  const published = (await rows()).filter((row) => row.state === 'PUBLISHED')
  expect(published.map((row) => row.path)).toEqual(['/issues/3', '/issues/2', '/issues/1'])
  for (const row of published) {
    expect(Date.parse(row.publishedAt ?? '')).toBeLessThan(Date.now())
    expect(row.changes).toBe(0)
  }
})
test('nothing in it would be refused: neither its settings nor its issues', async () => {
  expect(settingsSchema.safeParse((await readSettingsIn(db()))?.settings).success).toBe(true)
  for (const { id } of await rows()) {
    const draft = await loadDraft(tester, id)
    if (draft.state !== 'PLANNED') expect(blockers(findInDraft(draft))).toEqual([])
  }
})
test('its storefront is open, with what it sells, a sample and free dates; its sponsor has a slot to write for', async () => {
  const storefront = await readStorefront()
  expect(storefront?.offers.map(({ name }) => name)).toEqual(demoPlacements.map(({ name }) => name))
  expect(storefront?.offers.map(({ sample }) => sample?.from.path)).toEqual(['/issues/3', '/issues/3'])
  for (const { dates } of storefront?.offers ?? [])
    expect(dates.filter(({ isFree }) => isFree).length).toBeGreaterThan(5)
  const slot = await db().slot.findFirstOrThrow({ where: { sponsor: { isHouse: false } } })
  expect(slot.state).toBe('BOOKED')
  const link = await createDemoLink(systemActor('test'), 'sponsor')
  expect(link).toContain('next=%2Fsponsor')
  const { rows } = await pgPool().query('SELECT 1 FROM graphile_worker._private_jobs')
  expect(rows).toEqual([])
})
