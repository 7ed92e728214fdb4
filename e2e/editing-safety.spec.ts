import { db } from '@/lib/db/db'
import { makeDraft } from '@/lib/testing/issues'
import { ada, cleo, editItem, expectSaved, makeCurators, openIssue, storedItem } from './support/editing'
import { expect, test } from './support/test'

test.beforeAll(makeCurators)
test.beforeEach(({ signIn }) => signIn(ada))

const blurbOf = async (id: string | undefined) => (await storedItem(id ?? '')).blurb

test('text written offline is kept here, said so, and goes out when the network is back', async ({
  page,
  context,
  expectAccessible,
}) => {
  const { id, items } = await makeDraft()
  await openIssue(page, id)
  await context.setOffline(true)
  await editItem(page, 'First')
  await page.getByLabel('Blurb', { exact: true }).fill('Written on a train.')
  await expect(page.locator('.ed-state')).toHaveText('Offline · 1 change kept here')
  await expectAccessible(page)
  expect(await blurbOf(items[0])).toBe('About First.')
  await context.setOffline(false)
  await expectSaved(page)
  expect(await blurbOf(items[0])).toBe('Written on a train.')
})

test('a reload loses no letter, not even one that no save had begun for', async ({ page }) => {
  const { id, items } = await makeDraft()
  await openIssue(page, id)
  // The server is never reached: what is typed is in this browser alone.
  await page.route('**/api/items/**', (route) => route.abort())
  await editItem(page, 'Second')
  await page.getByLabel('Blurb', { exact: true }).fill('Typed just before the crash')
  await page.reload()
  await expect(page.getByText('Typed just before the crash').first()).toBeVisible()
  await expect(page.getByText('from before was kept in this browser')).toBeVisible()
  expect(await blurbOf(items[1])).toBe('About Second.')
  await page.unrouteAll()
  await expectSaved(page)
  expect(await blurbOf(items[1])).toBe('Typed just before the crash')
})

test('a revoked session keeps the text, and offers it again after signing in', async ({ page, signIn }) => {
  await signIn(cleo)
  const { id, items } = await makeDraft()
  await openIssue(page, id)
  await db().session.updateMany({ where: { user: { email: cleo } }, data: { revokedAt: new Date() } })
  await editItem(page, 'Third')
  await page.getByLabel('Blurb', { exact: true }).fill('Still mine')
  await expect(page.locator('.ed-state')).toContainText('Signed out · 1 change kept here')
  await expect(page.getByRole('link', { name: /Sign in again/ })).toHaveAttribute('target', '_blank')
  await signIn(cleo)
  await page.reload()
  await expect(page.getByText('Still mine').first()).toBeVisible()
  await expectSaved(page)
  expect(await blurbOf(items[2])).toBe('Still mine')
})

test('signing in again in another tab saves what waits in the first, once one is back there', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(cleo)
  const { id, items } = await makeDraft()
  await openIssue(page, id)
  await db().session.updateMany({ where: { user: { email: cleo } }, data: { revokedAt: new Date() } })
  await editItem(page, 'First')
  await page.getByLabel('Blurb', { exact: true }).fill('Typed while signed out')
  await expect(page.locator('.ed-state')).toContainText('Signed out · 1 change kept here')
  const [other] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: /Sign in again/ }).click(),
  ])
  await expect(other.getByLabel('Email')).toHaveValue(cleo)
  await signIn(cleo)
  await other.close()
  await page.bringToFront()
  await expectSaved(page)
  expect(await blurbOf(items[0])).toBe('Typed while signed out')
})

test('a blurb of 2 MB is refused beside its field, and stays there', async ({ page, expectAccessible }) => {
  const { id, items } = await makeDraft()
  await openIssue(page, id)
  await editItem(page, 'First')
  await page.getByLabel('Blurb', { exact: true }).fill('word '.repeat(400_000))
  await expect(page.getByRole('alert').getByText('longer than 64 KB')).toBeVisible()
  await expect(page.locator('.ed-state')).toHaveText('1 text not saved')
  expect((await page.getByLabel('Blurb', { exact: true }).inputValue()).length).toBe(2_000_000)
  expect(await blurbOf(items[0])).toBe('About First.')
  await page.getByLabel('Blurb', { exact: true }).fill('Short again.')
  await expectSaved(page)
  await expectAccessible(page)
  expect(await blurbOf(items[0])).toBe('Short again.')
})

test('a slug that is taken is said beside it', async ({ page }) => {
  const other = await makeDraft([])
  const { id } = await makeDraft([])
  await openIssue(page, id)
  await page.getByRole('button', { name: /^Subject/ }).click()
  await page.getByLabel('Address: /issues/').fill(other.slug)
  await expect(page.getByRole('alert').filter({ hasText: /taken|another/i })).toBeVisible()
  await page.getByLabel('Address: /issues/').fill('Not A Slug')
  await expect(page.getByRole('alert').filter({ hasText: 'small letters' })).toBeVisible()
})
