import { createSignInLink } from '@/lib/accounts/commands/create-sign-in-link'
import { systemActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { makeDraft } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { ada, makeCurators } from './support/editing'
import { expect, test } from './support/test'

test.beforeAll(makeCurators)

test('a contact who was let in signs in without a link, and is told of a day that is over', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const { id: sponsorId } = await makeSponsor('Harbour Lights')
  const { id: issueId } = await makeDraft()
  const slot = await makeSlot(sponsorId, await makePlacement(), { issueId })
  const email = `lou-${sponsorId}@lights.example`
  await signIn(ada)
  await page.goto(`/admin/sponsors/companies/${sponsorId}`)
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Name, if you like').fill('Lou')
  await page.getByLabel('Also let them sign in').check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add a contact' }).click()
  await expect(page.getByText(`${email} is invited to sign in.`)).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: email })).toContainText('may sign in')

  await page.context().clearCookies()
  await page.goto(await createSignInLink(systemActor('test'), email))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/sponsor')
  await expect(page.getByRole('banner')).toContainText('Lou, Harbour Lights')
  await page.goto('/admin/issues')
  await expect(page).toHaveURL('/sponsor')
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Go on' }).click()
  await page.locator(`a[href="/sponsor/slots/${slot.id}"]`).click()

  const { date } = await db().issue.findUniqueOrThrow({ where: { id: issueId } })
  const before = new Date(date.getTime() - 3 * 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('Text', { exact: true }).fill(`Meet us at the quay on ${before}.`)
  await expect(page.getByText(`“${before}” is before the issue’s date`)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect(page.getByRole('main')).toContainText('with the editors')

  await page.context().clearCookies()
  await signIn(ada)
  await page.goto(`/admin/sponsors/slots/${slot.id}`)
  const review = page.getByRole('region', { name: /^Version 1/ })
  await expect(review).toContainText(`“${before}” is before the issue’s date`)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('All done')
})

test('a person of role sponsor whom no company has is told so', async ({ page, signIn }) => {
  const email = 'nobody@sponsors.example'
  await db().user.create({ data: { email, role: 'SPONSOR', joinedAt: new Date() } })
  await signIn(email)
  await page.goto('/admin')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed in')
  await expect(page.getByRole('main')).toContainText('stands for no sponsor')
})
