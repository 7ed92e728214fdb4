import { ada, editItem, expectSaved, makeCurators, openIssue } from '@/e2e/support/editing'
import { expect, test } from '@/e2e/support/test'
import { makeDraft } from '@/lib/testing/issues'

test.beforeEach(async ({ signIn }) => {
  await makeCurators()
  await signIn(ada)
})

test('page, email and text show what is written and follow the item in focus; each can be copied', async ({
  page,
  context,
  expectAccessible,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { id, slug } = await makeDraft(Array.from({ length: 14 }, (_, index) => `Wave ${index + 1}`))
  await openIssue(page, id)
  const pane = page.getByRole('tabpanel')
  const frame = page.frameLocator('iframe')
  await pane.getByRole('button', { name: 'Email', exact: true }).click()
  await expect(frame.getByRole('heading', { name: 'Wave 1', exact: true })).toBeVisible()

  // An item just added is drawn and shown, in the mail as on the page.
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Link\b.*at the end of Links/ })
    .click()
  await page.getByLabel('Headline', { exact: true }).fill('Seen <b>at</b> once')
  const fresh = frame.getByRole('heading', { name: 'Seen <b>at</b> once' })
  await expect(fresh).toBeInViewport()
  await page.getByLabel('Address', { exact: true }).fill('https://example.org/once')
  await page.getByLabel('Blurb', { exact: true }).fill('Still *unsaved*, maybe.')
  await expect(frame.getByText('Still unsaved, maybe.')).toBeVisible()
  await editItem(page, 'Wave 2')
  await expect(frame.getByRole('heading', { name: 'Wave 2', exact: true })).toBeInViewport()
  await expect(fresh).not.toBeInViewport()

  // Light and dark are those of the mail’s own style sheet.
  const paper = () => frame.locator('.page').evaluate((body) => getComputedStyle(body).backgroundColor)
  await pane.getByRole('button', { name: 'Dark' }).click()
  await expect.poll(paper).toBe('rgb(23, 22, 20)')
  await pane.getByRole('button', { name: 'Light' }).click()
  await expect.poll(paper).toBe('rgb(255, 253, 250)')

  // What is heaviest is told, and leads there.
  await pane.locator('summary').click()
  await expect(pane.getByRole('button', { name: /^Wave 14 .* KB/ })).toHaveCount(0)
  await expect(pane.getByRole('button', { name: /^Links \d/ })).toBeVisible()
  await expectAccessible(page)
  await pane.locator('summary').click()

  await pane.getByRole('button', { name: 'Text', exact: true }).click()
  await editItem(page, 'Wave 14')
  const text = pane.getByRole('region', { name: 'Preview: the plain text' })
  await expect.poll(() => text.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0)
  await expectAccessible(page)
  await expectSaved(page)

  const clip = () => page.evaluate(() => navigator.clipboard.readText())
  const copy = async (what: string) => {
    await pane.getByRole('button', { name: 'Copy', exact: true }).click()
    await page.getByRole('menuitem', { name: what }).click()
  }
  await copy('Copy email HTML')
  await expect(page.getByText(/^Email HTML copied, \d+(\.\d)? KB\.$/)).toBeVisible()
  const html = await clip()
  expect(html).toMatch(/^<!doctype html>/)
  expect(html).toContain('Seen &#x3C;b>at&#x3C;/b> once')
  expect(html).toContain(`href="${new URL(page.url()).origin}/issues/${slug}"`)
  await copy('Copy Markdown')
  await expect.poll(clip).toContain('### [Wave 1](https://example.org/Wave%201)')
  await copy('Copy text')
  await expect.poll(clip).toContain('Still unsaved, maybe.')

  // The view chosen is there again.
  await page.reload()
  await expect(text).toContainText('Wave 14')
})

test('the preview keeps its page while another pane is shown, and has what was written meanwhile', async ({
  page,
}) => {
  const { id } = await makeDraft(['Wave 1', 'Wave 2'])
  await openIssue(page, id)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { name: 'Wave 2', exact: true })).toBeVisible()
  await frame.locator('body').evaluate((body) => {
    body.dataset.stays = ''
  })
  await page.getByRole('tab', { name: /^Findings/ }).click()
  await expect(page.getByRole('tabpanel', { name: /^Findings/ })).toBeVisible()
  await expect(page.getByTitle('Preview: the page as readers will see it')).toBeHidden()
  await editItem(page, 'Wave 2')
  await page.getByLabel('Headline', { exact: true }).fill('Wave 3')
  await page.getByRole('tab', { name: 'Preview' }).click()
  await expect(frame.getByRole('heading', { name: 'Wave 3', exact: true })).toBeVisible()
  await expect(frame.locator('body')).toHaveAttribute('data-stays', '')
})
