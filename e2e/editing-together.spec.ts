import { randomUUID } from 'node:crypto'
import { sealSession, sessionCookieName } from '@/lib/accounts/session-cookie'
import { db } from '@/lib/db/db'
import { saveIssue } from '@/lib/issues/commands/save-issue'
import { saveItem } from '@/lib/issues/commands/save-item'
import { makeDraft, tester } from '@/lib/testing/issues'
import {
  ada,
  bob,
  editItem,
  expectSaved,
  headlines,
  makeCurators,
  openIssue,
  storedItem,
} from './support/editing'
import { expect, test } from './support/test'

test.beforeAll(makeCurators)

test('two curators in one issue: what both wrote in one item is kept, and each choice is theirs', async ({
  page,
  signIn,
  browser,
  baseURL,
  expectAccessible,
}) => {
  const { id, items } = await makeDraft()
  const [first = '', second = ''] = items
  await signIn(ada)
  await openIssue(page, id)

  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) })
  const user = await db().user.findUniqueOrThrow({ where: { email: bob } })
  const session = await db().session.create({ data: { userId: user.id, device: 'Journey' } })
  const value = await sealSession(session.id)
  await context.addCookies([{ name: sessionCookieName(), value, url: baseURL ?? '', httpOnly: true }])
  const other = await context.newPage()
  await openIssue(other, id)

  // Each sees that the other is here, and in which item.
  await expect(page.getByRole('list', { name: 'Also here' })).toContainText('bob has this issue open too')
  await editItem(other, 'First')
  await expect(page.getByRole('list', { name: 'Also here' })).toContainText('bob writes in “First”')
  await expect(page.locator(`[data-block="${first}"] .ed-writing`)).toContainText('bob')
  await expectAccessible(page)

  // Different fields of one item: no conflict, and each sees what the other wrote, without doing anything for it.
  await editItem(page, 'First')
  await page.getByLabel('Blurb', { exact: true }).fill('Ada’s blurb.')
  await expectSaved(page)
  await other.getByLabel('Headline', { exact: true }).fill('Bob’s headline')
  await expectSaved(other)
  await expect(other.getByLabel('Blurb', { exact: true })).toHaveValue('Ada’s blurb.')
  await expect(page.getByLabel('Headline', { exact: true })).toHaveValue('Bob’s headline')
  expect(await storedItem(first)).toMatchObject({ headline: 'Bob’s headline', blurb: 'Ada’s blurb.' })

  // What is moved and added comes by itself too, and the cursor stays where it is.
  await other.keyboard.press('Escape')
  const blurb = page.getByLabel('Blurb', { exact: true })
  await blurb.focus()
  await blurb.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(3, 3))
  await other.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => headlines(page)).toEqual(['Second', 'Bob’s headline', 'Third'])
  await expect(blurb).toBeFocused()
  expect(await blurb.evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(3)

  // The same field: what the other writes waits while the cursor is in it; written in, both are shown to choose.
  await page.keyboard.press('Escape')
  await editItem(page, 'Second')
  await page.getByLabel('Blurb', { exact: true }).focus()
  await editItem(other, 'Second')
  await other.getByLabel('Blurb', { exact: true }).fill('Bob was here first.')
  await expectSaved(other)
  await expect(page.getByRole('region', { name: 'Changed by somebody else: Blurb' })).toContainText(
    'Bob was here',
  )
  await expect(page.getByLabel('Blurb', { exact: true })).toHaveValue('About Second.')
  await page.getByLabel('Blurb', { exact: true }).fill('Ada came later.')
  const choice = page.getByRole('region', { name: 'Two texts for: Blurb' })
  await expect(choice).toContainText('Bob was here first.')
  await expect(choice).toContainText('Ada came later.')
  await expect(page.locator('.ed-state')).toHaveText('1 text to choose')
  await expectAccessible(page)
  expect((await storedItem(second)).blurb).toBe('Bob was here first.')
  await choice.getByRole('button', { name: 'Put both' }).click()
  await expect(page.getByLabel('Blurb', { exact: true })).toBeFocused()
  await page.getByLabel('Blurb', { exact: true }).fill('Bob was here first, then Ada.')
  await expectSaved(page)
  expect((await storedItem(second)).blurb).toBe('Bob was here first, then Ada.')

  // An item that the other removed while one writes in it: the text is kept, to be put back.
  await page.keyboard.press('Escape')
  await editItem(page, 'Third')
  await page.route('**/api/items/**', (route) => route.abort())
  await page.getByLabel('Blurb', { exact: true }).fill('Not to be lost.')
  await other.keyboard.press('Escape')
  await other.getByRole('main').getByRole('button', { name: 'Edit Third' }).focus()
  await other.keyboard.press('Delete')
  await expectSaved(other)
  await page.unrouteAll()
  const stray = page.getByRole('region', { name: 'Text without a place' })
  await expect(stray).toContainText('Not to be lost.', { timeout: 20_000 })
  await expectAccessible(page)
  await stray.getByRole('button', { name: 'Put it back' }).click()
  await expectSaved(page)
  await expect(stray).toBeHidden()
  await expect(page.getByText('Not to be lost.').first()).toBeVisible()
  await context.close()
  await expect(page.getByRole('list', { name: 'Also here' })).toBeHidden()
})

test('a date, a number and a kind that two people set differently are a choice, and then nothing is in the way', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const { id, items } = await makeDraft(['Only'])
  const [item = ''] = items
  const { version, number } = await db().issue.findUniqueOrThrow({ where: { id } })
  const mine = (number ?? 0) + 501
  await signIn(ada)
  await openIssue(page, id)
  await editItem(page, 'Only')
  await page.getByRole('button', { name: /^Subject/ }).click()
  const saves = /\/api\/(issues|items)\//
  await page.route(saves, (route) => route.abort())
  await page.getByLabel('Date', { exact: true }).fill('2019-03-08')
  await page.getByLabel('Number', { exact: true }).fill(String(mine))
  await page.getByLabel('Kind of item', { exact: true }).selectOption('note')
  const save = { commandId: randomUUID(), version, fields: { date: '2019-04-15', number: mine + 1 } }
  await saveIssue(tester, { ...save, id })
  await saveItem(tester, { commandId: randomUUID(), version: 0, fields: { kind: 'quote' }, id: item })
  await page.unroute(saves)
  const state = page.locator('.ed-state')
  await expect(state).toHaveText('3 texts to choose', { timeout: 20_000 })
  await expectAccessible(page)

  const choice = (name: string) => page.getByRole('region', { name: `Two texts for: ${name}` })
  await state.getByRole('button').click()
  await expect(page.getByLabel('Number', { exact: true })).toBeFocused()
  await choice('Number').getByRole('button', { name: 'Keep yours' }).click()
  await choice('Date').getByRole('button', { name: 'Keep theirs' }).click()
  await expect(page.getByLabel('Date', { exact: true })).toHaveValue('2019-04-15')
  await expect(page.getByLabel('Date', { exact: true })).toBeFocused()
  await state.getByRole('button').click()
  await expect(page.getByLabel('Kind of item', { exact: true })).toBeFocused()
  await choice('Kind of item').getByRole('button', { name: 'Keep yours' }).click()
  await expectSaved(page)
  const saved = await db().issue.findUniqueOrThrow({ where: { id } })
  expect([saved.date.toISOString().slice(0, 10), saved.number]).toEqual(['2019-04-15', mine])
  expect((await storedItem(item)).kind).toBe('note')
})
