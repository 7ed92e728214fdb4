import { randomUUID } from 'node:crypto'
import { basename, resolve } from 'node:path'
import type { FrameLocator, Page } from '@playwright/test'
import { db } from '@/lib/db/db'
import { corpusFiles } from '@/lib/testing/corpus'
import { ada, expectSaved, headlines, makeCurators, section } from './support/editing'
import { type Entry, readNumberedList } from './support/numbered-list'
import { expect, test } from './support/test'

test.beforeAll(makeCurators)

const sources = [resolve('e2e/fixtures/issue-42.md'), ...corpusFiles('sreweekly', /^sreweekly-42\.md$/)]

/** Begins with an open item whose headline has the focus: types it, and goes on by the keyboard alone. */
async function typeArticle(page: Page, { headline, url, blurb }: Entry): Promise<void> {
  await expect(page.getByLabel('Headline', { exact: true })).toBeFocused()
  await page.keyboard.type(headline)
  await page.keyboard.press('Enter')
  await page.keyboard.type(url)
  await page.keyboard.press('Tab')
  await page.keyboard.insertText(blurb)
}

async function typeRow(page: Page, { headline, url, blurb }: Entry): Promise<void> {
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.type(headline)
  await page.keyboard.press('Tab')
  await page.keyboard.type(url)
  if (!blurb) return page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText(blurb)
  return page.keyboard.press('Control+Enter')
}

/** The parts of an issue as they follow each other, with where their links lead outside. Within, a preview leads nowhere. */
function partsOf(page: FrameLocator | Page): Promise<string[]> {
  const parts = page.locator('.issue').locator('h1, h2, h3, p, li, blockquote, a[href^="http"]')
  return parts.evaluateAll((elements) =>
    elements.map((element) => {
      const { localName, className, textContent } = element
      return [localName, className, textContent?.trim(), element.getAttribute('href')]
        .filter(Boolean)
        .join(' ')
    }),
  )
}

/** What a reader without script finds at an address, as text of the headings or rows named. */
async function readAs(page: Page, path: string): Promise<string[]> {
  await page.goto(path)
  return page.locator('.issue h3, .issue .list .title').allTextContents()
}

for (const source of sources) {
  test(`a curator makes issue 42 by hand from ${basename(source)}, publishes it, and corrects a typo`, async ({
    page,
    signIn,
    browser,
    baseURL,
    expectAccessible,
  }) => {
    test.setTimeout(180_000)
    const { articles, outages } = readNumberedList(source)
    expect(articles.length + outages.length).toBeGreaterThanOrEqual(12)
    const title = `Issue 42 of ${randomUUID().slice(0, 8)}`
    // A new issue opens what is planned next, where the demo's sponsor has a slot and nothing written yet.
    const ofDemo = { sponsor: { contacts: { some: { user: { isDemo: true } } } } }
    await db().slot.updateMany({ where: ofDemo, data: { state: 'RELEASED' } })
    await signIn(ada)
    await page.goto('/admin/issues')
    await expect(async () => {
      await page.getByRole('button', { name: 'New issue' }).click()
      await page.waitForURL(/\/admin\/issues\/[0-9a-f-]{36}$/, { timeout: 8_000 })
    }).toPass()
    await expect(page.locator('.ed-desk:not([inert])')).toBeVisible({ timeout: 30_000 })
    await page.getByLabel('Title', { exact: true }).fill(title)

    // The first half by mouse, the rest without leaving the keyboard.
    const half = Math.ceil(articles.length / 2)
    const add = section(page, 'Articles').getByRole('button', { name: /^Link at the end/ })
    for (const [index, entry] of articles.entries()) {
      if (index <= half) await add.click()
      else await page.keyboard.press('Control+Enter')
      await typeArticle(page, entry)
    }
    await page.keyboard.press('Escape')
    const list = page.locator('.ed-section[data-layout="list"]')
    await list.getByRole('button', { name: /^Add a row/ }).click()
    for (const entry of outages) await typeRow(page, entry)
    await page.keyboard.press('Escape')
    const typed = [...articles, ...outages].map(({ headline }) => headline)
    await expect.poll(() => headlines(page)).toEqual(typed)

    // The last article comes first, by keyboard; it was the best.
    const best = articles.at(-1)?.headline ?? ''
    await page
      .getByRole('main')
      .getByRole('button', { name: `Edit ${best}` })
      .focus()
    for (let step = 1; step < articles.length; step += 1) await page.keyboard.press('Alt+ArrowUp')
    const order = [best, ...typed.filter((headline) => headline !== best)]
    await expect.poll(() => headlines(page)).toEqual(order)
    await expectSaved(page)
    await expectAccessible(page)
    const preview = page.frameLocator('iframe')
    await expect(preview.locator('.issue h3').first()).toHaveText(best)
    const previewed = await partsOf(preview)
    expect(previewed.length).toBeGreaterThan(2 * order.length)

    await page.getByRole('button', { name: 'Publish now' }).click()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await expect(page.locator('.ed-sentence')).toContainText('published, as it stands here')

    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) })
    const reader = await context.newPage()
    await reader.goto('/issues')
    await reader.getByRole('link', { name: title }).click()
    const address = new URL(reader.url()).pathname
    expect(await readAs(reader, address)).toEqual(order)
    expect(await partsOf(reader)).toEqual(previewed)
    const feed = await (await context.request.get('/feed.xml')).text()
    let at = feed.indexOf(title)
    for (const headline of order) {
      const found = feed.indexOf(escapeText(headline), at + 1)
      expect(found, `${headline} comes next in the feed`).toBeGreaterThan(at)
      at = found
    }

    // A typo is mended: silent until it is published, then readers see it.
    await page
      .getByRole('main')
      .getByRole('button', { name: `Edit ${best}` })
      .focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type(', mended')
    await page.keyboard.press('Escape')
    await expectSaved(page)
    await expect(page.locator('.ed-sentence')).toContainText('1 unpublished change')
    expect(await readAs(reader, address)).toEqual(order)
    await page.getByRole('button', { name: 'Publish correction' }).click()
    await page.getByLabel(/A note to readers/).fill('A headline was mended.')
    await page.getByRole('button', { name: 'Publish it' }).click()
    await expect(page.locator('.ed-sentence')).toContainText('published, as it stands here')
    expect((await readAs(reader, address))[0]).toBe(`${best}, mended`)
    await expect(reader.getByText('A headline was mended.')).toBeVisible()
    await context.close()
  })
}

/** How a text stands in a feed: escaped for HTML, and that for XML. */
function escapeText(text: string): string {
  const once = text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;')
  return once.replaceAll('&', '&amp;')
}
