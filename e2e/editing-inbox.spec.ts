import type { Page } from '@playwright/test'
import type { NewCapture } from '@/lib/captures/schema'
import { db } from '@/lib/db/db'
import { makeCapture } from '@/lib/testing/captures'
import { makeDraft } from '@/lib/testing/issues'
import { ada, expectSaved, headlines, makeCurators, openIssue } from './support/editing'
import { expect, test } from './support/test'

test.beforeAll(makeCurators)

/** In the titles of one test: others capture beside it, and the inbox is everybody's. */
let tag: string
test.beforeEach(async ({ signIn }) => {
  tag = `p${Date.now()}`
  await signIn(ada)
})
const capture = (title: string, fields: Partial<NewCapture> = {}) =>
  makeCapture({ title: `${title} ${tag}`, ...fields })
const tagged = (...names: string[]) => names.map((name) => `${name} ${tag}`)
const titles = (page: Page) => page.locator('[data-capture] [data-row]')
const stateOf = async (id: string) => (await db().capture.findUniqueOrThrow({ where: { id } })).state

async function openPane(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(page.getByRole('tab', { name: /^Inbox \d+$/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('/')
  await page.keyboard.type(tag)
}

test('the keyboard alone places beside the issue, takes back, and sends an item to the inbox', async ({
  page,
  expectAccessible,
}) => {
  const { id: issueId, sectionId } = await makeDraft(['Beginning', 'End'])
  const ids = [
    await capture('Third'),
    await capture('Second', { quote: 'Quoted.', via: 'Kim' }),
    await capture('First'),
  ]
  await openIssue(page, issueId)
  await openPane(page)
  await expect(titles(page)).toHaveText(tagged('First', 'Second', 'Third'))
  await page.keyboard.press('Escape')
  await expect(titles(page).first()).toBeFocused()
  await expectAccessible(page)

  const last = String(await page.getByRole('button', { name: /^Place in/ }).count())
  await page.keyboard.press(last)
  await expect.poll(() => headlines(page)).toEqual(['Beginning', 'End', ...tagged('First')])
  await expect(titles(page).first()).toBeFocused()
  await page.keyboard.press('z')
  await expect(titles(page)).toHaveText(tagged('First', 'Second', 'Third'))
  await expect.poll(() => headlines(page)).toEqual(['Beginning', 'End'])
  await expectSaved(page)

  await page.getByRole('main').getByRole('button', { name: 'Edit Beginning', exact: true }).focus()
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(titles(page).first()).toBeFocused()
  await page.keyboard.press('j')
  await expect(titles(page).nth(1)).toBeFocused()
  await page.keyboard.press('h')
  await expect.poll(() => headlines(page)).toEqual(['Beginning', ...tagged('Second'), 'End'])
  await expectSaved(page)
  const item = await db().item.findFirstOrThrow({ where: { sectionId, headline: `Second ${tag}` } })
  expect(item).toMatchObject({ blurb: '> Quoted.', credit: 'Kim' })
  await expect.poll(() => stateOf(ids[1] ?? '')).toBe('PLACED')

  await page.keyboard.press('Escape')
  const placed = page.getByRole('main').getByRole('button', { name: `Edit Second ${tag}`, exact: true })
  await expect(placed).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Back to the inbox' }).press('Enter')
  await expect.poll(() => headlines(page)).toEqual(['Beginning', 'End'])
  await expect(titles(page)).toHaveText(tagged('Second', 'First', 'Third'))
  const messages = page.getByRole('region', { name: 'Messages' }).locator('div')
  await messages.filter({ hasText: 'is back in the inbox' }).getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => headlines(page)).toEqual(['Beginning', ...tagged('Second'), 'End'])
  await expect(titles(page)).toHaveText(tagged('First', 'Third'))
  await expectSaved(page)
  await expect.poll(() => stateOf(ids[1] ?? '')).toBe('PLACED')

  await capture('Elsewhere')
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(titles(page)).toHaveText(tagged('Elsewhere', 'First', 'Third'))
  await page.getByRole('checkbox', { name: `Select Elsewhere ${tag}` }).focus()
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await expect(page.getByRole('tab', { name: 'Preview' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(titles(page).first()).toBeFocused()
  await page.keyboard.press('l')
  await page
    .getByRole('group', { name: 'Put it off until' })
    .getByRole('button', { name: /^Tomorrow/ })
    .press('Enter')
  await expect(titles(page)).toHaveText(tagged('First', 'Third'))
  await expect(titles(page).first()).toBeFocused()
  await expectAccessible(page)
})

test('a link that is added beside the issue is named once its page was read, and placed with all that is known of it', async ({
  page,
}) => {
  const { id: issueId } = await makeDraft([])
  const url = `https://example.org/${tag}`
  await openIssue(page, issueId)
  await openPane(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('a')
  await page.keyboard.insertText(url)
  await page.keyboard.press('Enter')
  await expect(titles(page)).toHaveText([`example.org/${tag}`])
  await db().capture.updateMany({ where: { url }, data: { title: `Read since ${tag}` } })
  await expect(titles(page)).toHaveText(tagged('Read since'))
  const theirs = { note: 'Theirs.', version: 1, fieldVersions: { note: 1 } }
  await db().capture.updateMany({ where: { url }, data: theirs })
  // A box to tick is no text.
  await page.getByRole('checkbox', { name: `Select Read since ${tag}` }).focus()
  await page.keyboard.press('1')
  await expect.poll(() => headlines(page)).toEqual(tagged('Read since'))
  await expect(page.getByRole('main')).toContainText('Theirs.')
  await expectSaved(page)
  expect(await db().item.findFirstOrThrow({ where: { url } })).toMatchObject({
    headline: `Read since ${tag}`,
    blurb: 'Theirs.',
  })
})

/** Keys without a pause between them: each goes off before the one before it was answered. */
const pressAtOnce = (page: Page, ...keys: string[]) =>
  Promise.all(keys.map((key) => page.keyboard.press(key)))

test('keys at once after those that lead into the inbox act in it, however slow the machine', async ({
  page,
}) => {
  const { id: issueId } = await makeDraft(['Beginning', 'End'])
  for (const title of ['Third', 'Second', 'First']) await capture(title)
  await openIssue(page, issueId)
  await openPane(page)
  await expect(titles(page)).toHaveText(tagged('First', 'Second', 'Third'))
  await page.keyboard.press('Escape')
  await expect(titles(page).first()).toBeFocused()
  const last = String(await page.getByRole('button', { name: /^Place in/ }).count())

  const beginning = page.getByRole('main').getByRole('button', { name: 'Edit Beginning', exact: true })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const enterWith = async (...keys: string[]) => {
    await page.getByRole('tab', { name: 'Findings' }).press('Enter')
    await expect(page.locator('[data-inbox]')).toHaveCount(0)
    await beginning.focus()
    await pressAtOnce(page, 'g', 'i', ...keys)
  }
  await enterWith('j', last)
  await expect.poll(() => headlines(page)).toEqual(['Beginning', 'End', ...tagged('Second')])
  await expect(titles(page)).toHaveText(tagged('First', 'Third'))
  await expect(titles(page).nth(1)).toBeFocused()

  // Delete removes an item where the focus is still on the sheet.
  await enterWith('Delete', 'ArrowUp', 'h')
  await expect
    .poll(() => headlines(page))
    .toEqual(['Beginning', ...tagged('First'), 'End', ...tagged('Second')])
  await expect(titles(page)).toHaveText(tagged('Third'))
  await expect(titles(page).first()).toBeFocused()

  // The focus isn't taken by rows that are drawn once somebody left.
  await enterWith('Escape')
  await expect(titles(page)).toHaveText(tagged('Third'))
  await expect(beginning).toBeFocused()

  await enterWith('/', 'y')
  const find = page.getByRole('searchbox', { name: /^Find in titles/ })
  await expect(find).toHaveValue(/y/)
  // From text to the list, though there is nothing in it, and from there to the issue.
  await find.fill('nothing like that')
  await expect(titles(page)).toHaveCount(0)
  await find.press('Escape')
  await expect(page.locator('[data-inbox]')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(beginning).toBeFocused()
  await expectSaved(page)
})

test('a capture is dragged into the issue at a place, and an item back', async ({ page }) => {
  const { id: issueId } = await makeDraft(['Beginning', 'End'])
  const id = await capture('Dragged')
  await openIssue(page, issueId)
  await openPane(page)
  await expect(titles(page)).toHaveText(tagged('Dragged'))
  // Waits until it stands still: a busy machine moves it once more as its letters come.
  await page.locator('.ed-item', { hasText: 'End' }).hover()
  const end = await page.locator('.ed-item', { hasText: 'End' }).boundingBox()
  await page.locator('[data-capture] .ed-grip').hover()
  await page.mouse.down()
  await page.mouse.move(900, 300, { steps: 4 })
  await page.mouse.move((end?.x ?? 0) + 80, (end?.y ?? 0) + 4, { steps: 6 })
  await page.mouse.up()
  await expect.poll(() => headlines(page)).toEqual(['Beginning', ...tagged('Dragged'), 'End'])
  await expectSaved(page)
  await expect.poll(() => stateOf(id)).toBe('PLACED')

  const row = page.locator('.ed-item', { hasText: tag })
  await row.hover()
  await row.locator('.ed-grip').hover()
  const pane = await page.locator('[data-inbox]').boundingBox()
  await page.mouse.down()
  await page.mouse.move(600, 300, { steps: 4 })
  await page.mouse.move((pane?.x ?? 0) + 100, (pane?.y ?? 0) + 300, { steps: 6 })
  await page.mouse.up()
  await expect.poll(() => headlines(page)).toEqual(['Beginning', 'End'])
  await expect(titles(page)).toHaveText(tagged('Dragged'))
  await expect.poll(() => stateOf(id)).toBe('NEW')
})
