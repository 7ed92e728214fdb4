import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { db, transaction } from '@/lib/db/db'
import { addItem } from '@/lib/issues/commands/add-item'
import type { ItemFields } from '@/lib/issues/schema'
import { keepLook } from '@/lib/pages/commands/look-at-page'
import { linkFields, makeDraft, tester } from '@/lib/testing/issues'
import { ada, expectSaved, makeCurators, openIssue, storedItem } from './support/editing'
import { expect, test } from './support/test'

test.beforeAll(makeCurators)
test.beforeEach(({ signIn }) => signIn(ada))

const facts = {
  ...{ title: 'Why tides turn', site: 'Sea Log', authors: ['Ada Byron'], organisation: 'Sea Log' },
  ...{
    date: '2026-05-03',
    language: 'en',
    wordCount: 1200,
    canonical: null,
    text: '',
    oembed: null,
    refresh: null,
  },
}

/** What a look at the page has found, as the job keeps it. */
const keep = (address: string, finalAddress = address) =>
  transaction((tx) => {
    const outcome = address === finalAddress ? ('OK' as const) : ('MOVED' as const)
    const message = `The address leads on to ${finalAddress}.`
    return keepLook(tx, address, { outcome, message, status: 200, finalAddress, facts })
  })

async function add(sectionId: string, fields: ItemFields): Promise<string> {
  const id = randomUUID()
  const commandId = randomUUID()
  await addItem(tester, { commandId, id, sectionId, fields: { ...linkFields('A'), ...fields }, place: {} })
  return id
}

const findings = (page: Page) => page.getByRole('tabpanel', { name: /^Findings/ })

test('what a page says is offered, and findings are mended by one press or one key', async ({
  page,
  expectAccessible,
}) => {
  const tag = randomUUID()
  const at = (path: string) => `https://${tag}.example/${path}`
  const { id, sectionId } = await makeDraft([])
  for (const path of ['tides', 'two']) await keep(at(path))
  await keep(at('old'), at('new'))
  const bare = await add(sectionId, { headline: '', url: at('tides'), blurb: '' })
  const moved = await add(sectionId, { headline: 'Moved', url: at('old') })
  await add(sectionId, { headline: 'Two', url: at('two') })
  const again = await add(sectionId, { headline: 'Two again', url: `${at('two')}?utm_source=x` })

  await openIssue(page, id)
  await page.locator(`[data-row="${bare}"]`).focus()
  await page.keyboard.press('Enter')
  const headline = page.getByLabel('Headline', { exact: true })
  await expect(page.getByRole('button', { name: 'Tab fills in Headline: Why tides turn' })).toBeVisible()
  await expect(page.getByText('The page · Sea Log · 2026-05-03 · 1,200 words')).toBeVisible()
  await expectAccessible(page)
  await headline.press('Tab')
  await expect(headline).toHaveValue('Why tides turn')
  await expect(headline).toBeFocused()
  await page.getByRole('button', { name: 'Byline: Ada Byron — Sea Log' }).click()
  await expectSaved(page)
  expect(await storedItem(bare)).toMatchObject({ headline: 'Why tides turn', byline: 'Ada Byron — Sea Log' })

  await page.getByRole('tab', { name: /^Findings/ }).click()
  await findings(page)
    .getByRole('button', { name: /^Use the address it leads to/ })
    .click()
  await expect(page.getByText('Mended.')).toBeVisible()
  await findings(page)
    .getByRole('button', { name: /^Two again leads to the same page as Two/ })
    .focus()
  await page.keyboard.press('m')
  await expect(page.getByText('Removed “Two again”.')).toBeVisible()
  await expectSaved(page)
  expect((await storedItem(moved)).url).toBe(at('new'))
  expect((await storedItem(again)).removedAt).not.toBeNull()
  await expectAccessible(page)

  await findings(page).getByRole('button', { name: 'Check links' }).click()
  await expect(findings(page).getByText(/^3 links checked/)).toBeVisible({ timeout: 60_000 })
  const run = await db().linkCheck.findUniqueOrThrow({ where: { issueId: id } })
  expect(run).toMatchObject({ total: 3, done: 3 })
})

test('findings are gone through, mended and left by keys alone, and the focus is never lost', async ({
  page,
  expectAccessible,
}) => {
  const { id, sectionId } = await makeDraft([])
  const at = (path: string) => `https://${randomUUID()}.example/${path}`
  const [old, tides] = [at('old'), at('tides')]
  await keep(old, at('new'))
  const moved = await add(sectionId, { headline: 'Moved', url: old })
  await add(sectionId, { headline: 'Tides', url: tides })
  const again = await add(sectionId, { headline: 'Tides again', url: tides })
  const bare = await add(sectionId, { headline: 'Bare', blurb: '' })
  await openIssue(page, id)
  const row = page.locator(`[data-row="${bare}"]`)
  const finding = (words: RegExp) => findings(page).getByRole('button', { name: words }).first()
  const focused = page.locator('[data-finding]:focus')
  const goThrough = async (keys: string[], words: RegExp) => {
    for (let step = 0; !words.test((await focused.textContent()) ?? ''); step += 1) {
      expect(step).toBeLessThan(9)
      await page.keyboard.press(keys[step % keys.length] ?? '')
    }
  }
  await page.keyboard.press('g')
  await page.keyboard.press('f')
  await expect(focused).toBeVisible()
  await expect(finding(/^Moved/)).toBeVisible()
  await expectAccessible(page)
  await goThrough(['ArrowDown', 'j'], /^Moved/)
  await goThrough(['ArrowUp', 'k'], /^Bare/)

  // What is mended goes, an item too, and one is at the next.
  for (const [words, said] of [
    [/^Moved/, 'Mended.'],
    [/^Tides again/, 'Removed “Tides again”.'],
  ] as const) {
    await goThrough(['ArrowDown'], words)
    await page.keyboard.press('m')
    await expect(focused).not.toHaveText(words)
    await expect(page.getByText(said)).toBeVisible()
    await expect(finding(words)).toBeHidden()
    await expect(focused).toBeVisible()
  }
  await expectSaved(page)
  await page.getByRole('button', { name: 'Close message' }).first().press('Enter')
  await expect(focused).toBeVisible()
  expect((await storedItem(moved)).url).not.toBe(old)
  expect((await storedItem(again)).removedAt).not.toBeNull()

  // Enter leads to the place, Esc out of it, `g f` to where one was, and Esc back to the item.
  await goThrough(['ArrowUp'], /^Bare/)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Blurb', { exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(row).toBeFocused()
  await page.keyboard.press('g')
  await page.keyboard.press('f')
  await expect(finding(/^Bare/)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(row).toBeFocused()
  await page
    .getByRole('banner')
    .getByRole('button', { name: /findings?$/ })
    .click()
  await expect(finding(/^Bare/)).toBeFocused()

  // One after the other; and with the last one gone there is still a way back.
  await page.keyboard.press('Enter')
  await page.keyboard.type('No more.')
  await page.keyboard.press('Escape')
  await expect(finding(/^Bare/)).toBeHidden()
  await page.keyboard.press('g')
  await page.keyboard.press('f')
  for (let left = await page.locator('[data-finding]').count(); left > 0; left -= 1)
    await page.keyboard.press('m')
  await expect(findings(page).getByText(/^Nothing found/)).toBeVisible()
  await expect(findings(page)).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(row).toBeFocused()
})
