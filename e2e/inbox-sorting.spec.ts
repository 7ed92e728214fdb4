import type { Page } from '@playwright/test'
import type { NewCapture } from '@/lib/captures/schema'
import { db } from '@/lib/db/db'
import { makeCapture } from '@/lib/testing/captures'
import { makeDraft } from '@/lib/testing/issues'
import { ada, makeCurators } from './support/editing'
import { expect, test } from './support/test'

test.describe.configure({ mode: 'serial' })

let draft: Awaited<ReturnType<typeof makeDraft>>

test.beforeAll(async () => {
  await makeCurators()
  draft = await makeDraft(['Beginning'])
})
/** In the titles and addresses of one test: others capture beside it, and the inbox is everybody's. */
let tag: string
test.beforeEach(async ({ signIn }) => {
  tag = `t${Date.now()}`
  await signIn(ada)
})
const capture = (title: string, fields: Partial<NewCapture> = {}) =>
  makeCapture({ title: `${title} ${tag}`, ...fields })
const tagged = (...names: string[]) => names.map((name) => `${name} ${tag}`)

const rows = (page: Page) => page.locator('[data-capture]')
const titles = (page: Page) => page.locator('[data-capture] [data-row]')

const noteIn = (page: Page) => page.getByRole('textbox', { name: 'Note', exact: true })

async function openInbox(page: Page): Promise<void> {
  await page.goto(`/admin/inbox?q=${tag}&issue=${draft.id}`)
}

test('a list goes in, its bad lines stay to be mended', async ({ page, expectAccessible }) => {
  await openInbox(page)
  const box = page.getByLabel('Add addresses, one a line')
  const address = (name: string) => `https://example.org/${name}-${tag}`
  await box.fill(
    `- [How we test failover](${address('one')}) — every Thursday
  > It never knew about us.
hhttps://example.org
http://square space
${address('two')}`,
  )
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const shown = ['How we test failover', `example.org/two-${tag}`]
  await expect(titles(page)).toHaveText(shown)
  await expect(box).toHaveValue('hhttps://example.org\nhttp://square space')
  await expect(page.getByText('2 links added.').first()).toBeVisible()
  await expect(page.getByText('Line 3, “hhttps://example.org”: Readers can’t follow')).toBeVisible()
  await expect(page.getByText('“square” is not a public host name.')).toBeVisible()
  await expectAccessible(page)
  await box.fill('x'.repeat(256 * 1024 + 1))
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(box).toHaveAccessibleDescription(/That is more than 256 KB\. Paste it in parts/)
  await box.fill(address('three'))
  await box.press('Enter')
  await expect(titles(page)).toHaveText([`example.org/three-${tag}`, ...shown])
  await expect(box).toHaveValue('')
})

test('the keyboard alone sorts it: step, place, later, discard, select, undo', async ({ page }) => {
  for (const title of ['Third', 'Second', 'First'])
    await capture(title, { quote: `About ${title}.`, via: 'Kim' })
  await openInbox(page)
  await expect(titles(page)).toHaveText(tagged('First', 'Second', 'Third'))
  await page.keyboard.press('j')
  await expect(titles(page).nth(1)).toBeFocused()
  const number = await page.getByRole('button', { name: /^Place in/ }).count()
  await page.keyboard.press(String(number))
  await expect(titles(page)).toHaveText(tagged('First', 'Third'))
  await expect.poll(() => db().item.count({ where: { sectionId: draft.sectionId, removedAt: null } })).toBe(2)
  expect(
    await db().item.findFirstOrThrow({ where: { headline: `Second ${tag}`, removedAt: null } }),
  ).toMatchObject({
    blurb: '> About Second.',
    credit: 'Kim',
  })
  await page.keyboard.press('z')
  await expect(titles(page)).toHaveText(tagged('First', 'Second', 'Third'))
  await expect.poll(() => db().item.count({ where: { headline: `Second ${tag}`, removedAt: null } })).toBe(0)

  await page.keyboard.press('l')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Tomorrow/ })
    .click()
  await expect(titles(page)).toHaveText(tagged('First', 'Third'))
  await page.keyboard.press('x')
  await page.keyboard.press('k')
  await page.keyboard.press('x')
  await page.keyboard.press('e')
  await expect(page.getByRole('heading', { name: 'No capture is like that' })).toBeVisible()
  await page.getByRole('button', { name: /^Discarded/ }).click()
  await expect(rows(page)).toHaveCount(2)
  await page.getByRole('button', { name: /^Later/ }).click()
  await expect(titles(page)).toHaveText(tagged('Second'))
  await page.getByRole('button', { name: /^Inbox/ }).click()
  await expect(page.getByRole('heading', { name: 'No capture is like that' })).toBeVisible()
  await page.keyboard.press('z')
  await page.keyboard.press('z')
  await expect(titles(page)).toHaveText(tagged('First', 'Second', 'Third'))
})

test('letters do nothing in text, and nothing at all where they are switched off', async ({ page }) => {
  await capture('Only')
  await openInbox(page)
  await page.getByLabel('Find in titles').fill(`only ${tag}`)
  await expect(page).toHaveURL(/q=only/)
  await expect(titles(page)).toHaveText(tagged('Only'))
  await page.getByLabel('Find in titles').blur()
  await page.keyboard.press('?')
  await page.getByLabel('Keys of one letter are on').click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await expect(titles(page)).toHaveText(tagged('Only'))
})

test('a note is written in place, and a text that somebody else wrote meanwhile is shown', async ({
  page,
}) => {
  const id = await capture('Only')
  await openInbox(page)
  await page.keyboard.press('n')
  await noteIn(page).fill('Look at the graphs.')
  await page.keyboard.press('Control+Enter')
  await expect(rows(page)).toContainText('Look at the graphs.')
  await expect.poll(async () => (await db().capture.findUniqueOrThrow({ where: { id } })).version).toBe(1)
  await db().capture.update({
    where: { id },
    data: { note: 'Theirs.', version: 2, fieldVersions: { note: 2 } },
  })
  await rows(page).getByRole('button', { name: 'note' }).click()
  await noteIn(page).fill('Mine.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(noteIn(page)).toHaveAccessibleDescription(/Somebody else wrote meanwhile: “Theirs\.”/)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(async () => (await db().capture.findUniqueOrThrow({ where: { id } })).note).toBe('Mine.')
})

/** As when somebody comes back to the tab. */
const comeBack = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

test('words that nobody saved yet stay, whatever comes in and wherever one looks meanwhile', async ({
  page,
  expectAccessible,
}) => {
  const id = await capture('Written')
  await openInbox(page)
  await page.keyboard.press('n')
  await noteIn(page).pressSequentially('Look at ')
  await capture('Came since')
  await comeBack(page)
  await expect(titles(page)).toHaveText(tagged('Came since', 'Written'))
  await page.keyboard.type('the graphs.')
  await expect(noteIn(page)).toHaveValue('Look at the graphs.')
  await page.getByRole('button', { name: /^Later/ }).click()
  await expect(titles(page)).toHaveCount(0)
  await page.getByRole('button', { name: /^Inbox/ }).click()
  await expect(noteIn(page)).toHaveValue('Look at the graphs.')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Issues' }).click()
  const asked = page.getByRole('alertdialog', { name: 'Leave without saving?' })
  await asked.getByRole('button', { name: 'Cancel' }).click()
  // What is done with it, it goes with its words.
  const box = page.getByRole('checkbox', { name: `Select Written ${tag}` })
  await box.click()
  await expect(box).toBeChecked()
  await titles(page).first().focus()
  await rows(page).first().getByRole('button', { name: 'discard' }).click()
  await expect(titles(page)).toHaveText(tagged('Came since'))
  await expect
    .poll(() => db().capture.findUniqueOrThrow({ where: { id } }))
    .toMatchObject({ note: 'Look at the graphs.', state: 'DISCARDED' })
})

test('what was placed comes back by a key once it was taken out of its issue', async ({ page }) => {
  await capture('Placed')
  await openInbox(page)
  await page.keyboard.press('1')
  await expect(titles(page)).toHaveCount(0)
  await page.getByRole('button', { name: /^Placed/ }).click()
  await expect(titles(page)).toHaveText(tagged('Placed'))
  await expect(page.getByRole('button', { name: 'back to the inbox' })).toHaveCount(0)
  await page.keyboard.press('b')
  await expect(titles(page)).toHaveText(tagged('Placed'))
  await db().item.updateMany({ where: { headline: `Placed ${tag}` }, data: { removedAt: new Date() } })
  await comeBack(page)
  await expect(page.getByRole('button', { name: 'back to the inbox' })).toBeVisible()
  await page.keyboard.press('b')
  await expect(titles(page)).toHaveCount(0)
  await page.getByRole('button', { name: /^Inbox/ }).click()
  await expect(titles(page)).toHaveText(tagged('Placed'))
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 720 }, hasTouch: true, isMobile: true })

  test('one card at a time is kept, put off, discarded, and a note written', async ({
    page,
    expectAccessible,
  }) => {
    for (const title of ['Fourth', 'Third', 'Second', 'First']) await capture(title)
    await openInbox(page)
    const card = page.getByRole('article')
    await expect(card.getByRole('heading')).toHaveText(`First ${tag}`)
    await expectAccessible(page)
    await page.getByLabel('Keep it in').selectOption({ label: 'Links' })
    await page.getByRole('button', { name: 'Keep', exact: true }).tap()
    await expect(card.getByRole('heading')).toHaveText(`Second ${tag}`)
    await expect.poll(() => db().item.count({ where: { headline: `First ${tag}`, removedAt: null } })).toBe(1)
    await noteIn(page).fill('Ask Kim.')
    await page.getByRole('button', { name: 'Later', exact: true }).tap()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^In a month/ })
      .tap()
    await expect(card.getByRole('heading')).toHaveText(`Third ${tag}`)
    await page.getByRole('button', { name: 'Discard', exact: true }).tap()
    await expect(card.getByRole('heading')).toHaveText(`Fourth ${tag}`)
    await page.getByRole('button', { name: 'Undo' }).tap()
    await expect(card.getByRole('heading')).toHaveText(`Third ${tag}`)
    const second = () => db().capture.findFirstOrThrow({ where: { title: `Second ${tag}` } })
    await expect.poll(second).toMatchObject({ note: 'Ask Kim.', state: 'LATER' })
    for (const name of ['Keep', 'Later', 'Discard']) {
      const box = await page.getByRole('button', { name, exact: true }).boundingBox()
      expect(box?.height).toBeGreaterThanOrEqual(56)
    }
  })

  test('a note that can’t be saved keeps its card, and is there until it is', async ({ page, context }) => {
    await capture('Second')
    const id = await capture('First')
    await openInbox(page)
    const heading = page.getByRole('article').getByRole('heading')
    const messages = page.getByRole('region', { name: 'Messages' })
    const closeMessage = () => messages.getByRole('button', { name: 'Close message' }).tap()
    await context.setOffline(true)
    await noteIn(page).fill('Ask Kim.')
    await page.getByRole('button', { name: 'Discard', exact: true }).tap()
    await expect(messages).toContainText('The server can’t be reached')
    await expect(heading).toHaveText(`First ${tag}`)
    await expect(noteIn(page)).toHaveValue('Ask Kim.')
    await context.setOffline(false)
    await closeMessage()

    const theirs = { note: 'Theirs.', version: 2, fieldVersions: { note: 2 } }
    await db().capture.update({ where: { id }, data: theirs })
    await page.getByRole('button', { name: 'Discard', exact: true }).tap()
    await expect(noteIn(page)).toHaveAccessibleDescription(/Somebody else wrote meanwhile: “Theirs\.”/)
    await expect(heading).toHaveText(`First ${tag}`)
    await expect(noteIn(page)).toHaveValue('Ask Kim.')
    await closeMessage()

    await page.getByRole('button', { name: 'Discard', exact: true }).tap()
    await expect(heading).toHaveText(`Second ${tag}`)
    await expect
      .poll(() => db().capture.findUniqueOrThrow({ where: { id } }))
      .toMatchObject({ note: 'Ask Kim.', state: 'DISCARDED' })
  })
})
