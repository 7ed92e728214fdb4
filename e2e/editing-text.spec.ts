import type { Page } from '@playwright/test'
import { makeDraft } from '@/lib/testing/issues'
import {
  ada,
  editItem,
  expectSaved,
  headlines,
  makeCurators,
  openIssue,
  section,
  storedItem,
} from './support/editing'
import { expect, test } from './support/test'

test.beforeAll(makeCurators)
test.beforeEach(({ signIn }) => signIn(ada))

/** Pastes as a browser would, with these kinds of text on the clipboard. */
async function paste(page: Page, kinds: Record<string, string>): Promise<void> {
  await page.evaluate((texts) => {
    const clipboardData = new DataTransfer()
    for (const [type, text] of Object.entries(texts)) clipboardData.setData(type, text)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, kinds)
}

test('marks, links and pasted rich text become Markdown, and the browser’s undo takes them back', async ({
  page,
}) => {
  const { id, items } = await makeDraft(['One'])
  await openIssue(page, id)
  await editItem(page, 'One')
  const blurb = page.getByLabel('Blurb', { exact: true })
  await blurb.fill('see this post')
  await blurb.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(4, 8))
  await page.keyboard.press('Control+b')
  await expect(blurb).toHaveValue('see **this** post')
  await page.keyboard.press('Control+z')
  await expect(blurb).toHaveValue('see this post')
  await blurb.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(4, 13))
  await paste(page, { 'text/plain': 'https://example.org/post' })
  await expect(blurb).toHaveValue('see [this post](https://example.org/post)')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  const html =
    '<p>It has <b>two</b> points:</p><ul><li>one</li><li><a href="https://example.org/2">two</a></li></ul>'
  await paste(page, { 'text/html': html, 'text/plain': 'It has two points: one two' })
  const expected =
    'see [this post](https://example.org/post)\nIt has **two** points:\n\n- one\n- [two](https://example.org/2)'
  await expect(blurb).toHaveValue(expected)
  await expectSaved(page)
  expect((await storedItem(items[0] ?? '')).blurb).toBe(expected)
})

test('the preview is the reader’s page, from text that is not saved yet', async ({ page, context }) => {
  const { id } = await makeDraft(['One'])
  await openIssue(page, id)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { name: 'One' })).toBeVisible()
  await context.setOffline(true)
  await editItem(page, 'One')
  await page.getByLabel('Headline', { exact: true }).fill('Seen <b>at</b> once')
  await expect(frame.getByRole('heading', { name: 'Seen <b>at</b> once' })).toBeVisible()
  await context.setOffline(false)
  await expectSaved(page)
})

test('the rarer fields, more links and topics are there when asked for, and saved', async ({
  page,
  expectAccessible,
}) => {
  const { id, items } = await makeDraft(['One'])
  await openIssue(page, id)
  await editItem(page, 'One')
  for (const extra of ['Byline', 'Credit', 'Disclosure', 'Topics']) {
    await page.getByRole('button', { name: extra, exact: true }).click()
    await expect(page.getByLabel(extra, { exact: true })).toBeFocused()
    await page.keyboard.type(`${extra} text`)
  }
  await page.getByRole('button', { name: 'Link', exact: true }).first().click()
  await expect(page.getByLabel('Label of link 1')).toBeFocused()
  await page.keyboard.type('Part two')
  await page.keyboard.press('Tab')
  await page.keyboard.type('https://example.org/two')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Label of link 2')).toBeFocused()
  await page.keyboard.type('Not this one')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Address of link 2')).toBeFocused()
  await page.getByRole('button', { name: 'Remove link 2' }).click()
  await expect(page.getByLabel('Label of link 1')).toBeFocused()
  await expectAccessible(page)
  await expectSaved(page)
  expect(await storedItem(items[0] ?? '')).toMatchObject({
    byline: 'Byline text',
    credit: 'Credit text',
    disclosure: 'Disclosure text',
    topics: ['Topics text'],
    links: [{ label: 'Part two', url: 'https://example.org/two' }],
  })
})

test('rows of a list are written without leaving the keyboard', async ({ page, expectAccessible }) => {
  const { id } = await makeDraft([])
  await openIssue(page, id)
  await page.getByRole('button', { name: 'Compact list' }).click()
  await page.keyboard.type('Harbour')
  await section(page, 'Harbour')
    .getByRole('button', { name: /^Add a row/ })
    .click()
  for (const name of ['Lighthouse', 'Ferry']) {
    await page.keyboard.type(name)
    await page.keyboard.press('Tab')
    await page.keyboard.type(`https://example.org/${name}`)
    await page.keyboard.press('Enter')
  }
  await expectAccessible(page)
  // The row that was begun and left blank goes away.
  await page.keyboard.press('Escape')
  await expect.poll(() => headlines(page)).toEqual(['Lighthouse', 'Ferry'])
  await expectSaved(page)
})

test('findings lead to their fields, keys act outside text only, and can be switched off', async ({
  page,
  expectAccessible,
}) => {
  const { id } = await makeDraft(['One', ''])
  await openIssue(page, id)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Publish now' }).press('Enter')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /A link has no headline/ })
    .press('Enter')
  await expect(page.getByLabel('Headline', { exact: true })).toBeFocused()
  await main(page).getByRole('button', { name: 'Edit One' }).focus()
  await page.keyboard.press('g')
  await page.keyboard.press('f')
  await page.getByRole('button', { name: /A link has no headline/ }).click()
  await expect(page.getByLabel('Headline', { exact: true })).toBeFocused()
  await page.keyboard.type('g p/?')
  await expect(page.getByLabel('Headline', { exact: true })).toHaveValue('g p/?')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.getByLabel('Find in this issue').fill('about one')
  await expect(page.getByRole('status').filter({ hasText: '1 of 1' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(main(page).getByRole('button', { name: 'Edit One' })).toBeFocused()
  await page.keyboard.press('?')
  await expectAccessible(page)
  await page.getByLabel('Single keys are on').uncheck()
  await page.keyboard.press('Escape')
  await main(page).getByRole('button', { name: 'Edit One' }).focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden()
})

test('Esc leaves every text, for where keys act again', async ({ page }) => {
  const { id } = await makeDraft(['One'])
  await openIssue(page, id)
  await main(page).getByRole('button', { name: 'Add an intro' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Welcome.')
  await page.keyboard.press('Escape')
  await expect(main(page).getByRole('button', { name: 'Edit the intro' })).toBeFocused()
  const envelope = main(page).getByRole('button', { name: /^Subject/ })
  await page.getByLabel('Title', { exact: true }).press('Escape')
  await expect(envelope).toBeFocused()
  await page.keyboard.press('Enter')
  for (const field of ['Preheader', 'Date', 'Direction']) {
    if ((await envelope.getAttribute('aria-expanded')) === 'false') await envelope.press('Enter')
    await page.getByLabel(field, { exact: true }).press('Escape')
    await expect(envelope).toBeFocused()
    await expect(envelope).toHaveAttribute('aria-expanded', 'false')
  }
  await page.getByLabel('Section title').first().press('Escape')
  await expect(
    main(page)
      .getByRole('button', { name: /^Actions for section/ })
      .first(),
  ).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expectSaved(page)
})

const main = (page: Page) => page.getByRole('main')

for (const width of [375, 768, 1024]) {
  test(`at ${width} px outline, sheet, preview and findings are all there, one at a time`, async ({
    page,
    expectAccessible,
  }) => {
    const { id } = await makeDraft(['One', 'Two'])
    await page.setViewportSize({ width, height: 720 })
    await openIssue(page, id)
    const parts = page.getByRole('navigation', { name: 'Parts of the desk' })
    await parts.getByRole('button', { name: 'Preview' }).click()
    await expect(page.frameLocator('iframe').getByRole('heading', { name: 'One' })).toBeVisible()
    await expectAccessible(page)
    if (width < 900) {
      await parts.getByRole('button', { name: 'Outline' }).click()
      await expectAccessible(page)
      await page
        .getByRole('navigation', { name: 'Outline' })
        .getByRole('button', { name: 'Two', exact: true })
        .click()
    } else await parts.getByRole('button', { name: 'Write' }).click()
    await expect(main(page)).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await expectAccessible(page)
  })
}

test('an item gets a language of its own, and its direction with it', async ({ page }) => {
  const { id, items } = await makeDraft(['One', 'Two'])
  await openIssue(page, id)
  await editItem(page, 'One')
  await page.getByRole('button', { name: 'Language' }).click()
  const language = page.getByLabel('Language', { exact: true })
  await expect(language).toBeFocused()
  await language.fill('arabic')
  await language.press('Tab')
  await expect(page.getByText('Use a language tag such as')).toBeVisible()
  await language.fill('ar')
  const article = page.frameLocator('iframe').locator('article').first()
  await expect(article).toHaveAttribute('lang', 'ar')
  await expect(article).toHaveAttribute('dir', 'rtl')
  await page.getByLabel('Direction', { exact: true }).selectOption('left to right')
  await expect(article).not.toHaveAttribute('dir')
  await expectSaved(page)
  expect(await storedItem(items[0] ?? '')).toMatchObject({ lang: 'ar', dir: 'ltr' })
  await expect(page.frameLocator('iframe').locator('article').last()).not.toHaveAttribute('lang')
})
