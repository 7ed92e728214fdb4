import { randomUUID } from 'node:crypto'
import { placeCaptures } from '@/lib/captures/commands/place-captures'
import { db } from '@/lib/db/db'
import { makeCapture } from '@/lib/testing/captures'
import { makeDraft, tester } from '@/lib/testing/issues'
import { DEMO_CURATOR } from '@/prisma/seed/seed-demo'
import { expect, test } from './support/test'

// A year of its own, so that other journeys' issues stay out of sight.
const YEAR = 2031

test('a guest is sent to sign in, and comes back to the list as it was filtered', async ({ page }) => {
  await page.goto('/admin/issues?q=tail&year=2026')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fadmin%2Fissues%3Fq%3Dtail%26year%3D2026/)
})

test('a curator plans a date, skips it, takes it back, deletes it and undoes that', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(DEMO_CURATOR)
  await page.goto(`/admin/issues?year=${YEAR}`)
  await page.getByRole('button', { name: 'Plan a date' }).click()
  const dialog = page.getByRole('dialog', { name: 'Plan a date' })
  await dialog.getByLabel('Date').fill('')
  await dialog.getByRole('button', { name: 'Plan this date' }).click()
  await expect(dialog.getByText('Give a whole date.')).toBeVisible()
  await dialog.getByLabel('Date').fill(`${YEAR}-03-02`)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Plan this date' }).click()
  await expect(page.getByText(`Sun 2 Mar ${YEAR} is planned.`)).toBeVisible()

  const row = page.getByRole('list', { name: 'Issues' }).getByRole('listitem')
  await expect(row).toContainText('Planned')
  await row.getByRole('button', { name: /^More for/ }).click()
  await page.getByRole('menuitem', { name: 'Skip this week' }).click()
  await expect(row).toContainText('Skipped')
  await row.getByRole('button', { name: /^Don’t skip/ }).click()
  await expect(row).toContainText('Planned')

  await row.getByRole('button', { name: /^More for/ }).press('Enter')
  await page.getByRole('menuitem', { name: 'Delete' }).press('Enter')
  await expect(page.getByText('No issue is like that')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(row).toContainText('Planned')
  await expectAccessible(page)

  await row.getByRole('button', { name: /^More for/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(row).toHaveCount(0)
})

test('one press makes an issue and opens it; it is found by number and by a text in it', async ({
  page,
  signIn,
}) => {
  await signIn(DEMO_CURATOR)
  await page.goto('/admin/issues')
  await page.getByRole('button', { name: 'New issue' }).click()
  await expect(page).toHaveURL(/\/admin\/issues\/[0-9a-f-]{36}$/)
  const id = page.url().split('/').at(-1)

  await page.goto('/admin/issues?state=draft')
  const link = page.locator(`a[href="/admin/issues/${id}"]`)
  const title = (await link.textContent()) ?? ''
  const number = /\d+$/.exec(title)?.[0] ?? ''
  await page.getByLabel('Find an issue by text or number').fill(`#${number}`)
  await page.getByLabel('Find an issue by text or number').press('Enter')
  await expect(page).toHaveURL(new RegExp(`q=%23${number}`))
  await expect(link).toBeVisible()

  await page.goto('/admin/issues?q=Tail+at+Scale')
  await expect(page.getByRole('link', { name: 'The Quiet Pager #2' })).toBeVisible()
  await page.getByRole('link', { name: 'Show all' }).click()
  await expect(page).toHaveURL(/\/admin\/issues$/)
})

test('the bar leads everywhere, the skip link to the content, signing out to the door', async ({
  page,
  signIn,
}) => {
  await signIn(DEMO_CURATOR)
  await page.goto('/admin')
  await expect(page).toHaveURL(/\/admin\/issues$/)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Settings' })).toHaveAttribute('aria-current', 'page')

  await page.goto('/admin/no-such-page')
  await expect(page.getByText('There is nothing at this address')).toBeVisible()
  await page.getByRole('button', { name: 'Demo Curator' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in\?notice=signed-out/)
})

test('links of a deleted draft are back in the inbox, and in the draft again by undo', async ({
  page,
  signIn,
}) => {
  const draft = await makeDraft([])
  const id = await makeCapture({ title: 'Came from the inbox' })
  const captures = [{ id, itemId: randomUUID() }]
  await placeCaptures(tester, { commandId: randomUUID(), sectionId: draft.sectionId, place: {}, captures })
  const stateOf = async () => (await db().capture.findUniqueOrThrow({ where: { id } })).state
  await signIn(DEMO_CURATOR)
  await page.goto('/admin/issues?state=draft')
  const link = page.locator(`a[href="/admin/issues/${draft.id}"]`)
  const row = page.getByRole('list', { name: 'Issues' }).getByRole('listitem').filter({ has: link })
  await row.getByRole('button', { name: /^More for/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(page.getByLabel('Messages')).toContainText('Its link is back in the inbox.')
  expect(await stateOf()).toBe('NEW')
  await page.getByLabel('Messages').getByRole('button', { name: 'Undo' }).click()
  await expect(row).toContainText('Draft')
  expect(await stateOf()).toBe('PLACED')
})
