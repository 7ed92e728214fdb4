import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { db } from '@/lib/db/db'
import { makePerson } from '@/lib/testing/actors'
import { expect, test } from './support/test'

const newOwner = () => makePerson('OWNER', { name: 'Olga Owner' })

/**
 * Opens the newest message to this address in the owner's outbox; the job that writes it may take a moment. `about` is in
 * its subject, for somebody who gets other mail meanwhile.
 */
async function openMail(page: Page, to: string, about = ''): Promise<void> {
  const mail = page.getByRole('row').filter({ hasText: to }).filter({ hasText: about }).first()
  await expect(async () => {
    await page.goto('/admin/outbox')
    await expect(mail).toBeVisible({ timeout: 500 })
  }).toPass()
  await mail.getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'As plain text' })).toBeVisible()
}

test('an editor is invited, signs in from the mail without script, and is sent back to where they were', async ({
  browser,
  page,
  signIn,
  expectAccessible,
}) => {
  const owner = await newOwner()
  const email = `${randomUUID()}@example.org`
  await signIn(owner.email)
  await page.goto('/admin/people')
  await expectAccessible(page)

  await page.getByLabel('Email address').fill('grace at example')
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByText('does not look like an email address')).toBeVisible()
  await expect(page.getByLabel('Email address')).toHaveValue('grace at example')
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Name, if you like').fill('Grace Guest')
  await page.getByRole('button', { name: 'Invite' }).click()
  const row = page.getByRole('row').filter({ hasText: email })
  await expect(row).toContainText('Invited')

  await openMail(page, email)
  await expectAccessible(page)
  const link = page.getByRole('link', { name: /\/sign-in\/confirm\?token=/ })
  const address = (await link.getAttribute('href')) ?? ''
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('link', { name: 'Accept and sign in' })).toHaveAttribute('href', address)

  const mail = await page.context().newPage()
  await mail.setContent((await page.locator('iframe').getAttribute('srcdoc')) ?? '')
  await expectAccessible(mail)

  const theirs = await browser.newContext({ javaScriptEnabled: false })
  const guest = await theirs.newPage()
  for (const method of ['get', 'head'] as const) await guest.request[method](address)
  await guest.goto(`${address}&next=%2Fadmin%2Fsessions`)
  await expect(guest.getByText(email)).toBeVisible()
  await guest.getByRole('button', { name: 'Sign in' }).click()
  await expect(guest).toHaveURL(/\/admin\/sessions$/)
  await expect(guest.getByText(`You are signed in as ${email}`)).toBeVisible()

  await guest.goto(address)
  await expect(guest.getByRole('heading', { name: 'This link has been used' })).toBeVisible()
  expect((await guest.request.get('/admin/people')).status()).toBe(404)
  await theirs.close()

  await page.goto('/admin/people')
  await expect(row).toContainText('Active')
})

test('a link is asked for without script, found in the outbox and clicked there', async ({
  browser,
  page,
  signIn,
  expectAccessible,
}) => {
  const owner = await newOwner()
  const theirs = await browser.newContext({ javaScriptEnabled: false })
  const guest = await theirs.newPage()
  await guest.goto('/admin/people')
  await expect(guest).toHaveURL(/\/sign-in\?next=%2Fadmin%2Fpeople$/)
  await guest.getByLabel('Email address').fill(owner.email)
  await guest.getByRole('button', { name: 'Mail me a sign-in link' }).click()
  await expect(guest.getByRole('heading', { name: 'Look at your mail' })).toBeVisible()
  await theirs.close()

  await page.goto('/sign-in')
  await expectAccessible(page)
  await signIn(owner.email)
  await openMail(page, owner.email, 'sign-in link')
  const opened = page.waitForEvent('popup')
  await page.frameLocator('iframe').getByRole('link', { name: 'Sign in', exact: true }).click()
  const confirm = await opened
  await expect(confirm.getByRole('heading', { name: 'Welcome' })).toBeVisible()
  await expectAccessible(confirm)
  await confirm.getByRole('button', { name: 'Sign in' }).click()
  await expect(confirm).toHaveURL(/\/admin\/people$/)
})

test('a session is revoked, and its browser is asked to sign in and led back', async ({
  browser,
  page,
  signIn,
  expectAccessible,
}) => {
  const owner = await newOwner()
  await signIn(owner.email)
  const cookies = await page.context().cookies()
  const other = await browser.newContext()
  await other.addCookies(cookies)
  await page.context().clearCookies()
  await signIn(owner.email)
  const elsewhere = await other.newPage()
  await elsewhere.goto('/admin/sessions')

  await page.goto('/admin/sessions')
  await expectAccessible(page)
  await expect(page.getByText('(this one)')).toHaveCount(1)
  await page.getByRole('button', { name: /^Sign out Journey/ }).click()
  await expect(page.getByText('Journey is signed out.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Sign out Journey/ })).toHaveCount(0)

  await elsewhere.getByLabel('Your name').fill('Typed just now')
  await elsewhere.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(elsewhere.getByRole('alert').getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expect(elsewhere.getByLabel('Your name')).toHaveValue('Typed just now')
  await elsewhere.goto('/admin/sessions')
  await expect(elsewhere).toHaveURL(/\/sign-in\?next=%2Fadmin%2Fsessions$/)
  await other.close()

  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  expect(await db().session.count({ where: { userId: owner.id, revokedAt: null } })).toBe(0)
})

test('the answer to a known and to an unknown address is the same', async ({ request, baseURL }) => {
  const { email } = await newOwner()
  const ask = async (address: string) => {
    const answer = await request.post('/api/sign-in', {
      form: { email: address, next: '/admin' },
      headers: { origin: baseURL ?? '' },
      maxRedirects: 0,
    })
    const { date: _, ...headers } = answer.headers()
    const whole = JSON.stringify({ status: answer.status(), headers, body: await answer.text() })
    return whole.replace(/nonce-[^']+/, 'nonce')
  }
  const known = await ask(email)
  expect(known).toContain('"status":303')
  expect(await ask(`${randomUUID()}@example.org`)).toBe(known)
})
