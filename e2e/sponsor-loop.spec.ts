import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { systemActor } from '@/lib/accounts/schema'
import { db, transaction } from '@/lib/db/db'
import { makePortalLink } from '@/lib/sponsors/commands/portal-links'
import { makePng } from '@/lib/testing/images'
import { makeDraft } from '@/lib/testing/issues'
import { makeRanSlot } from '@/lib/testing/ran-slot'
import { makePlacement, makeSlot, makeSponsor, sendCopy } from '@/lib/testing/sponsors'
import { ada, makeCurators } from './support/editing'
import { expect, test } from './support/test'

test.beforeAll(makeCurators)

const link = (contactId: string, path?: string) =>
  transaction((tx) => makePortalLink(tx, systemActor('test'), contactId, path))
const slotOf = (id: string) => db().slot.findUniqueOrThrow({ where: { id } })

/** A company with a slot in a draft, and its contact's link. */
async function makeBooking(name: string, spec: Parameters<typeof makePlacement>[0] = {}) {
  const { id: issueId, slug } = await makeDraft(['Secret plans of the editors'])
  const { id: sponsorId, contact } = await makeSponsor(name)
  const placementId = await makePlacement({ name: 'Top', ...spec })
  const slot = await makeSlot(sponsorId, placementId, { issueId })
  const url = await link(contact.id, `/sponsor/slots/${slot.id}`)
  return { issueId, slug, sponsorId, contact, placementId, slotId: slot.id, url }
}

async function signInAsEditor(page: Page, signIn: (email: string) => Promise<void>, slotId: string) {
  await page.context().clearCookies()
  await signIn(ada)
  await page.goto(`/admin/sponsors/slots/${slotId}`)
}

test('a marketer with only a link writes, sends, changes what was asked, and finds it in the issue', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const { slotId, url, issueId, slug } = await makeBooking('Acme Observability')
  await page.goto(url)
  await expect(page).toHaveURL(`/sponsor/slots/${slotId}`)
  await expect(page.getByRole('main')).toContainText('Write your copy')
  await page.getByLabel('Text', { exact: true }).fill('Ship calmly with **Acme**.')
  await page.getByLabel('Call to action').fill('Try Acme')
  await page.getByLabel('Address').fill('https://acme.example/?utm_source=sre')
  await expect(page.getByRole('status')).toHaveText('Saved')
  const proof = page.frameLocator('iframe[title^="Proof"]')
  await expect(proof.getByRole('complementary')).toContainText('Ship calmly with Acme.')
  await expect(proof.locator('body')).not.toContainText('Secret plans')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect(page.getByRole('main')).toContainText('with the editors')

  await signInAsEditor(page, signIn, slotId)
  await expect(page.getByRole('main')).toContainText('Review the copy.')
  await expect(page.getByRole('main')).toContainText('Leads to https://acme.example/?utm_source=sre')
  await page.getByLabel('A note to the sponsor').fill('Say what Acme does.')
  await page.getByRole('button', { name: 'Request changes' }).click()
  await expect(page.getByRole('main')).toContainText('makes the changes')
  await expectAccessible(page)

  await page.context().clearCookies()
  await page.goto(url)
  await expect(page.getByRole('main')).toContainText('Say what Acme does.')
  await page.getByLabel('Text', { exact: true }).fill('Ship calmly with **Acme**, the quiet pager.')
  await page.getByRole('button', { name: /^Send/ }).first().click()
  await expect(page.getByRole('main')).toContainText('with the editors')

  await signInAsEditor(page, signIn, slotId)
  await expect(page.locator('ins')).toContainText('the quiet pager')
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('All done')
  await page.goto(`/admin/issues/${issueId}`)
  await page.getByRole('button', { name: /^Publish/ }).click()
  await page
    .getByRole('button', { name: /^Publish/ })
    .last()
    .click()
  await expect(page.getByRole('banner')).toContainText('published')
  await page.goto(`/issues/${slug}`)
  await expect(page.getByRole('complementary').first()).toContainText('the quiet pager')
  expect((await slotOf(slotId)).state).toBe('RAN')
})

test('a late one without script runs the same copy again, and what two wrote is not lost', async ({
  browser,
  baseURL,
}) => {
  const first = await makeBooking('Calm Pager', { deadlineDays: 90 })
  await sendCopy(first.contact, first.slotId, { text: 'The first text.' })
  const { approveCopy } = await import('@/lib/sponsors/commands/review-copy')
  const { versionId } = await slotOf(first.slotId)
  await approveCopy(
    {
      kind: 'user',
      id: (await db().user.findUniqueOrThrow({ where: { email: ada } })).id,
      name: 'Ada',
      role: 'EDITOR',
    },
    {
      commandId: randomUUID(),
      slotId: first.slotId,
      versionId: versionId ?? '',
      comment: '',
      onBehalf: false,
    },
  )
  const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  const { id: issueId } = await makeDraft(undefined, undefined, soon)
  const second = await makeSlot(first.sponsorId, first.placementId, { issueId })
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })
  const page = await context.newPage()
  await page.goto(await link(first.contact.id))
  await expect(page).toHaveURL('/sponsor')
  await page.locator(`a[href="/sponsor/slots/${second.id}"]`).click()
  await page.getByRole('button', { name: 'Run the same copy again' }).click()
  await expect(page.getByText('Sent. The editors look at it now')).toBeVisible()
  const sent = await slotOf(second.id)
  expect(sent).toMatchObject({ state: 'COPY_SUBMITTED', submittedLate: true })

  // A colleague saves the same text in the meantime.
  await page.getByLabel('Text', { exact: true }).fill('Mine, typed without script.')
  const copy = await db().adCopy.findUniqueOrThrow({ where: { id: sent.copyId ?? '' } })
  const { saveCopy } = await import('@/lib/sponsors/commands/save-copy')
  await saveCopy(first.contact, {
    commandId: randomUUID(),
    slotId: second.id,
    version: copy.version,
    fields: { text: 'The colleague’s.' },
  })
  await page.getByRole('button', { name: 'Save for later' }).click()
  await expect(page.getByText('Mine, typed without script.')).toBeVisible()
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('The colleague’s.')
  await page.getByLabel('Text', { exact: true }).fill(`${'Long. '.repeat(200)}`)
  await page.getByRole('button', { name: /^Send the changed/ }).click()
  await expect(page.getByText(/over the 600 that this placement has/)).toBeVisible()
  await context.close()
})

test('without script nothing typed is lost to an image, to a look at the mail or to a word to the editors', async ({
  browser,
  baseURL,
}) => {
  const { url, slotId } = await makeBooking('Plain Co', { imageAllowed: true })
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })
  const page = await context.newPage()
  await page.goto(url)
  const [text, action] = [page.getByLabel('Text', { exact: true }), page.getByLabel('Call to action')]
  await expect(page.getByText('a line that begins with “- ” is a bullet')).toBeVisible()
  await expect(page.getByText('Paste from a document')).toBeHidden()
  await text.fill('Typed first.')
  const buffer = Buffer.from(makePng({ width: 40, height: 20 }))
  await page
    .getByLabel('Image', { exact: true })
    .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer })
  await page.getByRole('button', { name: 'Use this image' }).click()
  await expect(page.getByText('Your copy has an image')).toBeVisible()
  await expect(text).toHaveValue('Typed first.')
  await action.fill('Then this')
  await page.getByRole('button', { name: 'Plain text' }).click()
  await expect(page.frameLocator('iframe').locator('body')).toContainText('Then this')
  await expect(action).toHaveValue('Then this')
  await action.fill('Now that')
  await page.getByLabel('Write to the editors').fill('Is a boat fine?')
  await page.getByRole('button', { name: 'Send the message' }).click()
  await expect(page.getByText('Your message is with the editors.')).toBeVisible()
  await expect(action).toHaveValue('Now that')
  await page.getByRole('button', { name: 'Take the image out' }).click()
  await expect(page.getByLabel('Image', { exact: true })).toBeVisible()
  expect(await db().review.findFirst({ where: { slotId } })).toMatchObject({ comment: 'Is a boat fine?' })
  await context.close()
})

test('after a deadline that is none of the lenient, nothing is offered but to write to the editors', async ({
  page,
  expectAccessible,
}) => {
  const { url, issueId } = await makeBooking('Strict Co', { deadlineDays: 90, acceptsLate: false })
  const inThirtyDays = new Date(Date.now() + 30 * 86_400_000)
  await db().issue.update({ where: { id: issueId }, data: { date: inThirtyDays } })
  await page.goto(url)
  await expect(page.getByRole('main')).toContainText('nothing is taken after it')
  await expect(page.getByRole('button', { name: /^Send (for|the changed)/ })).toHaveCount(0)
  await page.getByLabel('Write to the editors').fill('May we still?')
  await page.getByRole('button', { name: 'Send the message' }).click()
  await expect(page.getByRole('region', { name: 'So far' })).toContainText('May we still?')
  await expectAccessible(page)
})

test('an image is looked at, described and shown in the proof; what is none is said so', async ({
  page,
  expectAccessible,
}) => {
  const { url, slotId } = await makeBooking('Picture Co', { imageAllowed: true })
  await page.goto(url)
  const file = page.getByLabel('Image', { exact: true })
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(svg) })
  await expect(page.getByText(/SVG/).first()).toBeVisible()
  const png = makePng({ width: 40, height: 20 })
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(png) })
  await page.getByLabel('What the image shows').fill('A lighthouse')
  await page.getByLabel('Text', { exact: true }).fill('Seen from afar.')
  const picture = page.frameLocator('iframe[title^="Proof"]').getByRole('img', { name: 'A lighthouse' })
  await expect(picture).toBeVisible()
  const width = () => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)
  await expect.poll(width).toBe(40)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect(page.getByRole('main')).toContainText('with the editors')
  const { versionId } = await slotOf(slotId)
  const version = await db().adCopyVersion.findUniqueOrThrow({ where: { id: versionId ?? '' } })
  expect(version).toMatchObject({ imageAlt: 'A lighthouse', imageId: expect.any(String) })
  await page.getByRole('button', { name: 'Take the image out' }).click()
  await expect(page.getByLabel('Image', { exact: true })).toBeVisible()
})

test('a text that two wrote is chosen before it is saved or sent', async ({ page, expectAccessible }) => {
  const { slotId, url, contact } = await makeBooking('Acme Together')
  await page.goto(url)
  await page.getByLabel('Text', { exact: true }).fill('Mine')
  await expect(page.getByRole('status')).toHaveText('Saved')
  const { saveCopy } = await import('@/lib/sponsors/commands/save-copy')
  const theirs = { text: 'The colleague’s', url: 'https://acme.example/' }
  await saveCopy(contact, { commandId: randomUUID(), slotId, version: 1, fields: theirs })
  await page.getByLabel('Text', { exact: true }).fill('Mine again')
  await expect(page.getByText('Somebody else changed this meanwhile')).toBeVisible()
  await expect(page.getByLabel('Address')).toHaveValue(theirs.url)
  await page.getByLabel('Text', { exact: true }).fill('Mine again, and more')
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect(page.getByText('Choose between the two texts first.')).toBeVisible()
  await expectAccessible(page)
  const copyOf = async () =>
    (await db().slot.findUniqueOrThrow({ where: { id: slotId }, include: { copy: true } })).copy
  expect(await copyOf()).toMatchObject(theirs)
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect(page.getByLabel('Text', { exact: true })).toBeFocused()
  await page.getByRole('button', { name: 'Send for review' }).click()
  await expect(page.getByRole('main')).toContainText('with the editors')
  await expect(page.getByRole('button', { name: 'Send the changed copy for review' })).toBeFocused()
  expect(await copyOf()).toMatchObject({ ...theirs, text: 'Mine again, and more' })
})

test('a revoked link, and another company’s slot, show nothing and tell nothing', async ({
  page,
  request,
  expectAccessible,
}) => {
  const mine = await makeBooking('Acme')
  const theirs = await makeBooking('Bolt')
  await page.goto(mine.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto('/sponsor')
  await expectAccessible(page)
  await page.goto(`/proof/${mine.slotId}`)
  await expectAccessible(page)
  const foreign = await page.goto(`/sponsor/slots/${theirs.slotId}`)
  const none = await page.goto(`/sponsor/slots/${randomUUID()}`)
  expect([foreign?.status(), none?.status()]).toEqual([404, 404])
  expect((await page.request.get(`/proof/${theirs.slotId}`)).status()).toBe(404)
  await db().portalLink.updateMany({
    where: { contactId: mine.contact.id },
    data: { revokedAt: new Date() },
  })
  await page.goto(`/sponsor/slots/${mine.slotId}`)
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto(mine.url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link doesn’t work')
  await expectAccessible(page)
  expect((await request.get(`/proof/${mine.slotId}`)).status()).toBe(404)
})

test('copy changed after it ran leads the curator to the correction that shows it', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const { slotId, sponsor } = await makeRanSlot()
  await sendCopy(sponsor.contact, slotId, { text: 'Ship more calmly.' }, 1)
  await signInAsEditor(page, signIn, slotId)
  await expect(page.getByRole('main')).toContainText('new copy waits for your review')
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('Readers still see the copy from before.')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Go to the issue to publish the correction' }).click()
  await page.getByRole('button', { name: 'Publish correction' }).click()
  await page
    .getByRole('button', { name: /^Publish/ })
    .last()
    .click()
  await expect(page.getByText('The correction is live.').first()).toBeVisible()
  await page.goto(`/admin/sponsors/slots/${slotId}`)
  await expect(page.getByRole('main')).toContainText('It is out.')
})
