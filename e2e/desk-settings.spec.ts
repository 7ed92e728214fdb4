import { DEMO_CURATOR } from '@/prisma/seed/seed-demo'
import { expect, test } from './support/test'

test('settings show what they do, refuse what can’t work beside its field, and reach readers when saved', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(DEMO_CURATOR)
  await page.goto('/admin/settings')
  const title = page.getByLabel('Title', { exact: true })
  const kept = await title.inputValue()
  await title.fill('Letter {number}')
  await expect(page.getByTestId('next-issue')).toContainText(/Letter \d+/)
  await title.fill('{nummer}')
  await page.getByLabel('Tagline').fill('Read slowly')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(title).toBeFocused()
  await expect(title).toHaveAccessibleDescription(/no variable \{nummer\}/)
  await expect(page.getByLabel('Tagline')).toHaveValue('Read slowly')
  await expectAccessible(page)

  await title.fill(kept)
  for (const name of ['thanks', 'two words']) {
    await page.getByRole('button', { name: 'Add a snippet' }).click()
    await page
      .getByLabel(/^Name of snippet/)
      .last()
      .fill(name)
    await page
      .getByLabel(/^Text of snippet/)
      .last()
      .fill('Thanks.')
  }
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByLabel(/^Name of snippet/).last()).toBeFocused()
  await expect(page.getByLabel(/^Name of snippet/).last()).toHaveAccessibleDescription(/single hyphens/)
  for (const _ of ['two words', 'thanks'])
    await page
      .getByRole('button', { name: /^Remove snippet/ })
      .last()
      .click()
  await page.getByLabel('On light paper', { exact: true }).fill('#ffcc00')
  await expect(page.getByText(/too faint for text/)).toBeVisible()
  await page.getByRole('button', { name: 'Reset' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The settings are saved.')).toBeVisible()
  await expect(page.getByText('Everything is saved.')).toBeVisible()

  await page.reload()
  await expect(page.getByLabel('Tagline')).toHaveValue('Read slowly')
  await page.goto('/')
  await expect(page.locator('body')).toContainText('Read slowly')
})

test('sections of new issues are added, moved by the keyboard and removed', async ({ page, signIn }) => {
  await signIn(DEMO_CURATOR)
  await page.goto('/admin/settings')
  const titles = page.getByLabel(/^Title of section/)
  const before = await titles.count()
  await page.getByRole('button', { name: 'Add a section' }).click()
  await page.getByLabel(`Title of section ${before + 1}`).fill('Tools')
  await page.getByRole('button', { name: `Move section ${before + 1} up` }).press('Enter')
  await expect(page.getByLabel(`Title of section ${before}`)).toHaveValue('Tools')
  await expect(page.getByText(`Tools is now ${before} of ${before + 1}.`)).toBeAttached()
  await page.getByRole('button', { name: `Remove section ${before}` }).click()
  await expect(titles).toHaveCount(before)
  await expect(page.getByText('Everything is saved.')).toBeVisible()
})

test('two curators: different fields both stay, the same field shows both texts', async ({
  page,
  context,
  signIn,
}) => {
  await signIn(DEMO_CURATOR)
  const other = await context.newPage()
  await page.goto('/admin/settings')
  await other.goto('/admin/settings')
  const employers = page.getByLabel('Your employers')

  await other.getByLabel('Your employers').fill('Harbour Authority')
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(other.getByText('Everything is saved.')).toBeVisible()

  await employers.fill('Lighthouse Board')
  await page.getByRole('button', { name: 'Save' }).click()
  const conflict = page.getByRole('group', { name: /Your employers was changed by somebody else/ })
  await expect(conflict).toContainText('Harbour Authority')
  await expect(employers).toHaveValue('Lighthouse Board')
  await conflict.getByRole('button', { name: 'Keep mine' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Everything is saved.')).toBeVisible()
  await other.reload()
  await expect(other.getByLabel('Your employers')).toHaveValue('Lighthouse Board')
})

test('leaving with unsaved changes asks first, by a link and by Back', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(DEMO_CURATOR)
  await page.goto('/admin/issues')
  const nav = page.getByRole('navigation', { name: 'Studio' })
  await nav.getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Tagline').fill('Not saved yet')
  await nav.getByRole('link', { name: 'Issues' }).click()
  const ask = page.getByRole('alertdialog', { name: 'Leave without saving?' })
  await expect(ask).toContainText('One change is not saved')
  await expectAccessible(page)
  await ask.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByLabel('Tagline')).toHaveValue('Not saved yet')

  await page.evaluate(() => window.history.back())
  await expect(ask).toBeVisible()
  await ask.getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(/\/admin\/issues$/)
  await nav.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByLabel('Tagline')).not.toHaveValue('Not saved yet')
})
