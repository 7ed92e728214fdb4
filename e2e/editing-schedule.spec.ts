import type { Page, Route } from '@playwright/test'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { publishDue } from '@/lib/publishing/commands/publish-due'
import { makeDraft } from '@/lib/testing/issues'
import { ada, expectSaved, makeCurators, openIssue } from './support/editing'
import { expect, test } from './support/test'

test.beforeAll(makeCurators)
test.beforeEach(({ signIn }) => signIn(ada))

const DAY_MS = 86_400_000
const header = (page: Page) => page.getByRole('banner')

async function schedule(page: Page, wall: string) {
  await page.getByRole('button', { name: /Schedule…|Change time…/ }).click()
  await page.getByLabel(/^Date and time in/).fill(wall)
  await page.getByRole('button', { name: 'Schedule', exact: true }).click()
}

test('an issue is scheduled, moved and unscheduled; a time that has passed is refused beside the field', async ({
  page,
  expectAccessible,
}) => {
  const { id } = await makeDraft(['One'])
  await openIssue(page, id)
  await expect(header(page)).toContainText(/draft for \w+ \d+ \w+ \d{4}, (in \d+ days|today|tomorrow)/)
  await schedule(page, '2020-01-05T20:00')
  await expect(page.getByRole('alert').filter({ hasText: /past|passed|already/i })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel(/^Date and time in/).fill('2031-03-02T20:00')
  await page.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect(header(page)).toContainText(/goes out Sun,? 2 Mar(ch)?.*20:00/)
  await schedule(page, '2031-03-03T08:30')
  await expect(header(page)).toContainText(/goes out Mon,? 3 Mar(ch)?.*0?8:30/)
  await page.getByRole('button', { name: 'Unschedule' }).click()
  await expect(header(page)).toContainText('draft for')
  expect((await db().issue.findUniqueOrThrow({ where: { id } })).scheduledAt).toBeNull()
})

test('an issue is unscheduled and withdrawn whatever is unsaved in it, and where that is refused the reason is told', async ({
  page,
  expectAccessible,
}) => {
  const { id } = await makeDraft(['One'])
  await openIssue(page, id)
  await schedule(page, '2031-03-02T20:00')
  await expect(header(page)).toContainText('goes out')
  const set = (state: 'DRAFT' | 'SCHEDULED' | 'WITHDRAWN') =>
    db().issue.update({ where: { id }, data: { state } })
  // Another curator was first, by a moment.
  const beFirst = async (route: Route) => {
    await set('DRAFT')
    await route.continue()
  }
  await page.route('**/unschedule', beFirst, { times: 1 })
  await page.getByRole('button', { name: 'Unschedule' }).click()
  await expect(page.getByText('This issue is not scheduled.')).toBeVisible()
  await set('SCHEDULED')
  await page.reload()
  await page.getByRole('button', { name: /^Subject/ }).click()
  await page.getByLabel('Address: /issues/').fill('No address')
  await expect(page.locator('.ed-state')).toHaveText('1 text not saved')
  await page.getByRole('button', { name: 'Unschedule' }).click()
  await expect(header(page)).toContainText('draft for')

  await page.getByLabel('Address: /issues/').fill(`withdrawn-${id}`)
  await expectSaved(page)
  await page.getByRole('button', { name: 'Publish now' }).click()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(header(page)).toContainText('published')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Withdraw…' }).click()
  await set('WITHDRAWN')
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Withdraw', exact: true }).click()
  await expect(dialog.getByRole('alert')).toHaveText('Only a published issue can be withdrawn.')
  await expectAccessible(page)
})

test('what would hold a scheduled issue is mailed a day ahead, holds it at its time, and is said where one looks', async ({
  page,
}) => {
  const { id, slug, items } = await makeDraft(['One'])
  await openIssue(page, id)
  const soon = new Date(now().getTime() + DAY_MS / 2)
  await schedule(page, '2031-03-02T20:00')
  await expect(header(page)).toContainText('goes out')
  await db().item.update({ where: { id: items[0] ?? '' }, data: { url: 'not an address' } })
  const mails = () =>
    db().$queryRaw<{ count: bigint }[]>`
      SELECT count(*) AS "count" FROM "AuditEvent" WHERE "action" = 'hold-issue' AND "subjectId" = ${id}`
  await db().issue.update({ where: { id }, data: { scheduledAt: soon } })
  await publishDue()
  expect((await db().issue.findUniqueOrThrow({ where: { id } })).warnedOf).toHaveLength(1)
  await db().issue.update({ where: { id }, data: { scheduledAt: new Date(now().getTime() - 1_000) } })
  // The server's own sweep may have been first: either way it is held once.
  await publishDue()
  expect(Number((await mails())[0]?.count)).toBe(1)
  await page.reload()
  await expect(header(page)).toContainText(/held: .*One/)
  await page.goto('/admin/issues')
  await expect(page.locator('body')).toContainText(/held/i)
  expect((await page.request.get(`/issues/${slug}`)).status()).toBe(404)
})

test('a published issue is withdrawn and brought back, and its address says so at once', async ({ page }) => {
  const { id, slug } = await makeDraft(['One'])
  const address = `/issues/${slug}`
  await openIssue(page, id)
  await page.getByRole('button', { name: 'Publish now' }).click()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(header(page)).toContainText('published')
  expect((await page.request.get(address)).status()).toBe(200)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Withdraw…' }).click()
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click()
  await expect(header(page)).toContainText('withdrawn')
  const gone = await page.request.get(address)
  expect(gone.status()).toBe(410)
  expect(await gone.text()).toContain('withdrawn')
  expect(await (await page.request.get('/feed.xml')).text()).not.toContain(`${address}</link>`)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Bring it back to readers…' }).click()
  await page.getByRole('button', { name: 'Bring it back', exact: true }).click()
  await expect(header(page)).toContainText('published')
  await expectSaved(page)
  const back = await page.request.get(`${address}.json`)
  expect(await back.json()).toMatchObject({ edition: 2 })
})
