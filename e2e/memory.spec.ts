import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { makeCapture } from '@/lib/testing/captures'
import { makeDraft } from '@/lib/testing/issues'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { ada, editItem, expectSaved, makeCurators, openIssue, storedItem } from './support/editing'
import { expect, test } from './support/test'

test.beforeEach(({ signIn }) => signIn(ada))

/** Of one run: others publish beside it. */
const tag = randomUUID().slice(0, 8)
const host = `tides-${tag}.example`
const sent = makeItem({
  headline: `Why tides ${tag} turn`,
  url: `https://${host}/why-tides-turn`,
  blurb: 'The moon, mostly.',
})
const ebb = makeItem({ headline: 'Ebb', url: `https://${host}/ebb`, blurb: '' })
const row = makeItem({ headline: `Ferry ${tag}`, url: `https://status.${host}/incidents/4`, blurb: '' })

async function publish(): Promise<void> {
  const issue = { number: 39_000, slug: `memory-${tag}`, title: `Tide Table ${tag}`, date: '2026-05-03' }
  const sections = [
    makeSection({ items: [sent, ebb] }),
    makeSection({ title: 'Outages', layout: 'list', items: [row] }),
  ]
  await makePublishedIssue(makeDocument({ issue, sections }), { removedAt: new Date() })
}

test.beforeAll(async () => {
  await makeCurators()
  await publish()
})

const memory = (page: Page) => page.getByRole('list', { name: 'Seen before' })

test('an empty blurb begins as a follow-up once an address is pasted that was sent, and undo takes it out', async ({
  page,
}) => {
  const { id } = await makeDraft([`Four ${tag}`])
  await openIssue(page, id)
  await editItem(page, `Four ${tag}`)
  const address = page.getByLabel('Address', { exact: true })
  const blurb = page.getByLabel('Blurb', { exact: true })
  await blurb.fill('')
  await address.fill(`https://${host}/why-tides-turn`)
  await expect(blurb).toHaveValue(/^Follow-up to \[#39000\]\(\S+\): $/)
  await address.fill(`https://${host}/why-tides-turn-not`)
  await expect(blurb).toHaveValue('')
  await address.fill(`https://${host}/why-tides-turn`)
  await expect(blurb).toHaveValue(/^Follow-up to/)
  await page.keyboard.press('Control+z')
  await expect(blurb).toHaveValue('')
})

test('what comes out of the inbox begins so too where it was sent, at once on the sheet', async ({
  page,
}) => {
  const { id } = await makeDraft([`Five ${tag}`])
  await makeCapture({ url: `http://www.${host}/ebb`, title: `Rerun ${tag}` })
  await openIssue(page, id)
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await page.keyboard.press('/')
  await page.keyboard.type(`Rerun ${tag}`)
  const rows = page.locator('[data-capture] [data-row]')
  await expect(rows).toHaveText([`Rerun ${tag}`])
  await page.keyboard.press('Escape')
  await expect(rows).toBeFocused()
  await page.keyboard.press('1')
  await expect(rows).toHaveCount(0)
  await expect(page.getByRole('main').getByText('Follow-up to #39000:')).toBeVisible()
  await expectSaved(page)
})

test('what was sent is told while an address is typed, and taken up or linked by a key', async ({
  page,
  expectAccessible,
}) => {
  const { id, items } = await makeDraft([`One ${tag}`, `Two ${tag}`])
  await openIssue(page, id)
  await editItem(page, `One ${tag}`)
  const address = page.getByLabel('Address', { exact: true })
  const blurb = page.getByLabel('Blurb', { exact: true })
  await address.fill(`https://status.${host}/incidents/4`)
  await address.fill(`http://www.${host}/why-tides-turn/?utm_source=x`)
  await expect(memory(page)).toContainText('Sent in #39000 on 3 May')
  await expect(memory(page)).toContainText('The moon, mostly.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Use clean address' }).click()
  await expect(address).toHaveValue(`http://www.${host}/why-tides-turn/`)
  await page.getByRole('button', { name: 'Follow-up to #39000' }).press('Enter')
  await expect(blurb).toBeFocused()
  const origin = new URL(page.url()).origin
  const followUp = `Follow-up to [#39000](${origin}/items/${sent.id}): About One ${tag}.`
  await expect(blurb).toHaveValue(followUp)

  await page.keyboard.press('Control+End')
  await page.keyboard.type(` See [[ferry ${tag}`)
  const options = page.getByRole('listbox', { name: 'Items to link' }).getByRole('option')
  await expect(options).toHaveCount(1)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(options).toHaveCount(0)
  await expect(blurb).toBeFocused()
  await page.keyboard.type(` and [[${tag}`)
  // Of this draft, and then what went out.
  await expect(options).toHaveText([/^Two/, /^Why tides/, /^Ferry/])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  const link = `[Two ${tag}](${origin}/items/${items[1]})`
  await expect(blurb).toHaveValue(`${followUp} See [[ferry ${tag} and ${link}`)
  await expectSaved(page)
  expect((await storedItem(items[0] ?? '')).url).toBe(`http://www.${host}/why-tides-turn/`)
})

test('the desk finds what was sent beside what stands in the issue, by keys alone', async ({
  page,
  expectAccessible,
}) => {
  const { id } = await makeDraft([`Why not ${tag}`])
  await openIssue(page, id)
  await page.keyboard.press('/')
  await page.keyboard.type(`why ${tag}`)
  const found = page.getByRole('list', { name: 'Sent before' }).getByRole('link')
  await expect(found).toHaveText([/^Why tides.*#39000/])
  await expect(found).toHaveAttribute('href', new RegExp(`/items/${sent.id}$`))
  await expectAccessible(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(found).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Find in this issue')).toBeHidden()
})

test('the inbox says what was sent, of what is pasted and of what waits', async ({
  page,
  expectAccessible,
}) => {
  await makeCapture({ url: `https://m.${host}/why-tides-turn`, title: `Tides ${tag}` })
  await page.goto(`/admin/inbox?q=${tag}`)
  await expect(page.locator('[data-capture]').getByText('Sent in #39000 on 3 May')).toBeVisible()
  await page.getByLabel('Add addresses, one a line').fill(`https://${host}/why-tides-turn#part`)
  await expect(page.locator('form').getByText('Sent in #39000 on 3 May')).toBeVisible()
  await expect(page.locator('form').getByText('In the inbox, came just now')).toBeVisible()
  await expectAccessible(page)
})
