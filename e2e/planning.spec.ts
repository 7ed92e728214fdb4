import { randomUUID } from 'node:crypto'
import { ada, editItem, expectSaved, makeCurators, openIssue, section } from '@/e2e/support/editing'
import { expect, test } from '@/e2e/support/test'
import { db } from '@/lib/db/db'
import { removeIssue } from '@/lib/issues/commands/remove-issue'
import { makeDraft, tester } from '@/lib/testing/issues'

test.beforeEach(async ({ signIn }) => {
  await makeCurators()
  await signIn(ada)
})

// Months of its own, so that other journeys' issues stay out of sight.
test('a date is planned in the calendar and moved, and an issue begins from another one', async ({
  page,
  expectAccessible,
}) => {
  await page.goto('/admin/issues/calendar?month=2033-05')
  await expect(page.getByRole('heading', { name: 'May 2033' })).toBeVisible()
  const plan = page.getByRole('button', { name: 'Plan Sun 8 May 2033' })
  await plan.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Plan this date' }).press('Enter')
  const cell = (day: string) => page.getByRole('cell').filter({ hasText: day })
  await expect(cell('Sun 8 May 2033')).toContainText('Planned')
  await expectAccessible(page)

  await cell('Sun 8 May 2033')
    .getByRole('button', { name: /^More for/ })
    .click()
  await page.getByRole('menuitem', { name: 'Change the date…' }).click()
  await page.getByRole('dialog').getByLabel('Date').fill('2033-05-15')
  await page.getByRole('button', { name: 'Change the date' }).click()
  await expect(cell('Sun 15 May 2033')).toContainText('Planned')
  await expect(cell('Sun 8 May 2033')).not.toContainText('Planned')

  const source = await makeDraft(['Of old harbours'])
  await page.goto('/admin/issues?q=old+harbours')
  const row = page.getByRole('listitem').filter({ has: page.locator(`a[href="/admin/issues/${source.id}"]`) })
  await row.getByRole('button', { name: /^More for/ }).click()
  await page.getByRole('menuitem', { name: 'Duplicate…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /sections and texts/ }).check()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Duplicate' }).click()
  await expect(section(page, 'Links')).toContainText('Of old harbours')
  expect(page.url()).not.toContain(source.id)
  const copy = page.url().split('/').at(-1) ?? ''
  await removeIssue(tester, { commandId: randomUUID(), id: copy })

  await page.setViewportSize({ width: 375, height: 720 })
  await page.goto('/admin/issues/calendar?month=2033-05')
  await expect(page.getByRole('list', { name: 'May 2033' })).toContainText('Sun 15 May 2033')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375)
  await expectAccessible(page)
})

test('snippets, templates and past topics are put in by name, and a new number goes into the names', async ({
  page,
  expectAccessible,
}) => {
  await page.goto('/admin/settings')
  await page.getByRole('button', { name: 'Add a snippet' }).click()
  await page.getByLabel('Name of snippet 1').fill('thanks-bo')
  await page.getByLabel('Text of snippet 1').fill('Thanks to [Bo](https://bo.example/) for this one.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The settings are saved.')).toBeVisible()

  const { id, items } = await makeDraft(['One'])
  await openIssue(page, id)
  await editItem(page, 'One')
  const blurb = page.getByLabel('Blurb', { exact: true })
  await blurb.press('End')
  await blurb.pressSequentially(' //th')
  await expect(page.getByRole('option', { name: /^thanks-bo/ })).toBeVisible()
  await expectAccessible(page)
  await blurb.press('Enter')
  const whole = 'About One. Thanks to [Bo](https://bo.example/) for this one.'
  await expect(blurb).toHaveValue(whole)
  await blurb.pressSequentially(' https://th')
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await blurb.fill(whole)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Actions for section Links' }).click()
  await page.getByRole('menuitem', { name: 'Save as a template' }).click()
  await expect(page.getByText('“Links” is at hand under “From a template”')).toBeVisible()
  await page.getByRole('button', { name: 'From a template' }).click()
  await page.getByRole('menuitem', { name: /^Links/ }).click()
  await expect(section(page, 'Links')).toHaveCount(2)

  await page.getByRole('button', { name: /^Subject/ }).click()
  const number = page.getByLabel('Number', { exact: true })
  const before = await number.inputValue()
  const after = String(Number(before) + 5_000)
  await number.fill(after)
  await page.getByRole('button', { name: `Change to ${after}` }).click()
  await expect(page.getByLabel('Address: /issues/')).toHaveValue(new RegExp(`${after}$`))
  await expectSaved(page)
  expect(await db().issue.findUniqueOrThrow({ where: { id } })).toMatchObject({
    number: Number(after),
    title: expect.stringContaining(`#${after}`),
  })
  expect(await db().item.findUniqueOrThrow({ where: { id: items[0] ?? '' } })).toMatchObject({ blurb: whole })
  await removeIssue(tester, { commandId: randomUUID(), id })
})
