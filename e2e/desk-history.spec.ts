import { randomUUID } from 'node:crypto'
import { saveItem } from '@/lib/issues/commands/save-item'
import { publishIssue } from '@/lib/publishing/commands/publish-issue'
import { withdrawIssue } from '@/lib/publishing/commands/withdraw-issue'
import { makeDraft, tester } from '@/lib/testing/issues'
import { DEMO_CURATOR } from '@/prisma/seed/seed-demo'
import { expect, test } from './support/test'

const commandId = () => randomUUID()

test('a curator sees what each edition changed, what is unpublished, and that it was withdrawn', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  // Long ago, so that it is no other journey's latest issue.
  const { id, items } = await makeDraft(['Counting waves in the harbor', 'Tides'], tester, '2001-02-04')
  const save = (version: number, headline: string) =>
    saveItem(tester, { commandId: commandId(), id: items[0] ?? '', version, fields: { headline } })
  await publishIssue(tester, { commandId: commandId(), id })
  await save(0, 'Counting waves in the harbour')
  await publishIssue(tester, { commandId: commandId(), id, note: 'A word was misspelt.' })
  await save(1, 'Counting all waves in the harbour')

  await signIn(DEMO_CURATOR)
  await page.goto(`/admin/issues/${id}/history`)
  const editions = page.getByRole('navigation', { name: 'Editions' })
  await expect(editions.getByRole('link', { name: 'Unpublished changes' })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await expect(page.locator('ins')).toContainText('all')

  await editions.getByRole('link', { name: /Edition 2, now/ }).click()
  await expect(page.getByRole('heading', { name: 'Edition 2, against Edition 1' })).toBeVisible()
  await expect(page.locator('del')).toContainText('harbor')
  await expect(page.locator('ins')).toContainText('harbour')
  await expect(editions).toContainText('“A word was misspelt.”')
  await expectAccessible(page)

  await editions.getByRole('link', { name: /Edition 1/ }).click()
  await expect(page.getByText('Where it began')).toBeVisible()

  await withdrawIssue(tester, { commandId: commandId(), id })
  await page.reload()
  await expect(editions).toContainText('Withdrawn')
  await page.goto(`/admin/issues/${id}/history?edition=99`)
  await expect(page.getByText('There is nothing at this address')).toBeVisible()
})

test('a curator edits a draft as one text, goes back to what it was, and finds both in the log', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const { id } = await makeDraft(['Counting waves', 'Tides', 'Ebb'], tester, '2001-03-04')
  await signIn(DEMO_CURATOR)
  await page.goto(`/admin/issues/${id}/text`)
  const text = page.getByLabel('The draft, in Markdown')
  const written = await text.inputValue()
  expect(written).toContain('### Counting waves <!-- item')
  await text.fill(written.replace(/<!-- item \w+ -->/, '<!-- item 00000000 -->'))
  await page.getByRole('button', { name: 'See what changes' }).click()
  await expect(page.getByText('This issue has no item “00000000”')).toBeVisible()
  await expectAccessible(page)

  const without = written.replace(/^### Tides[\s\S]*?(?=^### Ebb)/m, '')
  await text.fill(without.replace('About Ebb.', 'About the ebb.'))
  await page.getByRole('button', { name: 'See what changes' }).click()
  await expect(page.getByRole('heading', { name: '2 changes' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save, and remove one item' }).click()
  await expect(page.getByText('What you change is shown here')).toBeVisible()

  await page.goto(`/admin/issues/${id}/versions`)
  await expect(page.locator('ins')).toContainText('the ebb')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Restore the draft as it was before this' }).click()
  await expect(page.getByText('Restored as it was before.')).toBeVisible()
  await page.reload()
  await expect(page.locator('del')).toContainText('the ebb')
  await page.goto(`/admin/issues/${id}/text`)
  await expect(text).toHaveValue(/### Tides/)

  await page.goto('/admin/audit')
  await page.getByLabel('What').selectOption('save-text')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('cell', { name: 'Save text' }).first()).toBeVisible()
  await expectAccessible(page)
})
