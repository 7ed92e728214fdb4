import type { Page } from '@playwright/test'
import { makeDraft } from '@/lib/testing/issues'
import { ada, expectSaved, headlines, makeCurators, openIssue, section } from './support/editing'
import { expect, test } from './support/test'

test.beforeAll(makeCurators)
test.beforeEach(({ signIn }) => signIn(ada))

/** What was said to those who listen. */
const said = (page: Page) => page.locator('[aria-live="polite"][aria-atomic="true"]')
const main = (page: Page) => page.getByRole('main')

test('by keyboard alone, items are reordered within and across sections, and each step is said', async ({
  page,
  expectAccessible,
}) => {
  const { id } = await makeDraft(['One', 'Two', 'Three'])
  await openIssue(page, id)
  const grip = main(page).getByRole('button', { name: 'Move Three' })
  await main(page).getByRole('button', { name: 'Edit Three' }).focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(grip).toBeFocused()
  await page.keyboard.press('Space')
  await expect(said(page)).toContainText('Picked up. Item 3 of 3 in Links')
  await expectAccessible(page)
  await page.keyboard.press('ArrowUp')
  await expect(said(page)).toContainText('Item 2 of 3 in Links')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(said(page)).toContainText(/in (?!Links)/)
  await expect(grip).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(said(page)).toContainText('Item 1 of 3 in Links')
  await page.keyboard.press('Space')
  await expect(said(page)).toContainText('Put down')
  expect(await headlines(page)).toEqual(['Three', 'One', 'Two'])

  // Escape puts a row back to where it was picked up.
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await expect(said(page)).toContainText('Put back. Item 1 of 3 in Links')

  // Also when it was moved in another way before.
  await page.keyboard.press('Alt+ArrowDown')
  await expect(said(page)).toContainText('Item 2 of 3 in Links')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await expect(said(page)).toContainText('Put back. Item 2 of 3 in Links')
  await page.keyboard.press('Alt+ArrowUp')

  // Alt with the arrows, on the item itself; and the menu, for those who know no keys.
  await main(page).getByRole('button', { name: 'Edit One' }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(said(page)).toContainText('Item 3 of 3 in Links')
  await main(page).getByRole('button', { name: 'Edit Two' }).focus()
  await main(page).getByRole('button', { name: 'Actions for Two' }).click()
  await page.getByRole('menuitem', { name: 'Move up' }).click()
  await expectSaved(page)
  expect(await headlines(page)).toEqual(['Two', 'Three', 'One'])
  await page.reload()
  expect(await headlines(page)).toEqual(['Two', 'Three', 'One'])
})

test('a menu opens by a key at its first action, at the first press as at the next, and gives the focus back', async ({
  page,
}) => {
  const { id } = await makeDraft(['One', 'Two'])
  await openIssue(page, id)
  await main(page).getByRole('button', { name: 'Edit One' }).focus()
  const button = main(page).getByRole('button', { name: 'Actions for One' })
  for (const key of ['Enter', 'Enter', 'ArrowDown']) {
    await button.press(key)
    await expect(page.getByRole('menuitem').first()).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitem').nth(1)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
  }
})

test('rows out of sight are skipped and keep their room, also at another width; one in focus is there', async ({
  page,
}) => {
  const { id } = await makeDraft(Array.from({ length: 40 }, (_, index) => `Wave ${index + 1}`))
  await openIssue(page, id)
  const paper = page.locator('.ed-paper')
  const last = page.locator('[data-kind="item"]').last()
  const isSkipped = () =>
    last.locator('.ed-view').evaluate((view) => !view.checkVisibility({ contentVisibilityAuto: true }))
  // By how much the paper is higher or lower with all rows drawn; nothing while they are being measured.
  const room = () =>
    paper.evaluate((element: HTMLElement) => {
      if (!element.hasAttribute('data-measured')) return null
      const skipped = element.offsetHeight
      element.removeAttribute('data-measured')
      const whole = element.offsetHeight
      element.setAttribute('data-measured', '')
      return whole - skipped
    })
  for (const width of [1280, 500]) {
    await page.setViewportSize({ width, height: 800 })
    await expect.poll(isSkipped).toBe(true)
    await expect.poll(room).toBe(0)
  }
  await main(page).getByRole('button', { name: 'Edit Wave 40' }).focus()
  await expect.poll(isSkipped).toBe(false)
  await expect(last).toBeInViewport()
})

test('items are dragged by mouse, tied ones along; all of it is undone and redone', async ({ page }) => {
  const { id } = await makeDraft(['One', 'Two', 'Three'])
  await openIssue(page, id)
  await main(page).getByRole('button', { name: 'Edit Two' }).focus()
  await main(page).getByRole('button', { name: 'Actions for Two' }).click()
  await page.getByRole('menuitem', { name: 'Tie to the item above' }).click()
  await page.getByRole('main').getByText('Three', { exact: true }).hover()

  const grip = await main(page).getByRole('button', { name: 'Move One' }).boundingBox()
  const target = await page.getByRole('main').getByText('About Three.').boundingBox()
  if (!grip || !target) throw new Error('nothing to drag')
  await page.mouse.move(grip.x + 8, grip.y + 8)
  await page.mouse.down()
  await page.mouse.move(grip.x + 20, grip.y + 40, { steps: 4 })
  await page.mouse.move(target.x + 20, target.y + target.height + 4, { steps: 8 })
  await page.mouse.up()
  await expect.poll(() => headlines(page)).toEqual(['Three', 'One', 'Two'])

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => headlines(page)).toEqual(['One', 'Two', 'Three'])
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect.poll(() => headlines(page)).toEqual(['Three', 'One', 'Two'])

  await main(page).getByRole('button', { name: 'Edit Three' }).focus()
  await page.keyboard.press('Delete')
  await expect.poll(() => headlines(page)).toEqual(['One', 'Two'])
  await page.getByLabel('Messages').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => headlines(page)).toEqual(['Three', 'One', 'Two'])
  await expectSaved(page)
  await page.reload()
  expect(await headlines(page)).toEqual(['Three', 'One', 'Two'])
})

test('items are dragged by a finger, which scrolls the page everywhere but on the grip', async ({
  browser,
  signIn,
  context,
}) => {
  await signIn(ada)
  const { id } = await makeDraft(['One', 'Two', 'Three'])
  const phone = await browser.newContext({
    storageState: await context.storageState(),
    viewport: { width: 375, height: 740 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await phone.newPage()
  await openIssue(page, id)
  // Two is between them: so both ends of the way are on the screen, and not under the bars.
  await main(page)
    .getByRole('button', { name: 'Move Two' })
    .evaluate((row) => row.scrollIntoView({ block: 'center' }))
  const grip = await main(page).getByRole('button', { name: 'Move Three' }).boundingBox()
  const target = await main(page).getByRole('button', { name: 'Move One' }).boundingBox()
  if (!grip || !target) throw new Error('nothing to drag')
  const finger = await phone.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  const x = grip.x + grip.width / 2
  const from = grip.y + grip.height / 2
  const to = target.y - 4
  await touch('touchStart', [{ x, y: from }])
  for (let step = 1; step <= 12; step += 1) {
    await touch('touchMove', [{ x, y: from + ((to - from) * step) / 12 }])
  }
  await touch('touchEnd', [])
  await expect.poll(() => headlines(page)).toEqual(['Three', 'One', 'Two'])
  await expectSaved(page)
  await phone.close()
})

test('sections are added, renamed, set as lists, moved and removed, and come back whole', async ({
  page,
}) => {
  const { id } = await makeDraft(['One', 'Two'])
  await openIssue(page, id)
  const titles = () =>
    page
      .locator('.ed-section-title textarea')
      .evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value))
  const before = await titles()
  await page.getByRole('button', { name: 'Compact list' }).click()
  await page.keyboard.type('Jobs')
  await expect.poll(titles).toEqual([...before, 'Jobs'])
  await section(page, 'Jobs').getByRole('button', { name: 'Actions for section Jobs' }).click()
  await page.getByRole('menuitem', { name: 'Move section up' }).click()
  await expect.poll(async () => (await titles()).at(-2)).toBe('Jobs')
  await section(page, 'Links').getByRole('button', { name: 'Actions for section Links' }).click()
  await page.getByRole('menuitem', { name: 'Remove section' }).click()
  await expect.poll(() => headlines(page)).toEqual([])
  await page.getByLabel('Messages').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => headlines(page)).toEqual(['One', 'Two'])
  await expectSaved(page)
  await page.reload()
  expect(await headlines(page)).toEqual(['One', 'Two'])
  expect(await titles()).toContain('Jobs')
})
