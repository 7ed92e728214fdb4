import type { Page } from '@playwright/test'
import { db } from '@/lib/db/db'
import { makePerson } from '@/lib/testing/actors'
import { makeDraft } from '@/lib/testing/issues'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { expect, test } from './support/test'

/** Opens the newest message to this address in the owner's outbox; the job that writes it may take a moment. */
async function openMail(page: Page, to: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: to }).first()
  await expect(async () => {
    await page.goto('/admin/outbox')
    await expect(row).toBeVisible({ timeout: 500 })
  }).toPass()
  await row.getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'As plain text' })).toBeVisible()
}

test('a contact comes to the slot by the link of the mail that tells of the booking, fetched before or not', async ({
  browser,
  page,
  signIn,
  expectAccessible,
}) => {
  const owner = await makePerson('OWNER', { name: 'Olga Owner' })
  const { id: issueId } = await makeDraft(['A draft'])
  const { id: sponsorId, contact } = await makeSponsor('Mailed Company')
  const slot = await makeSlot(sponsorId, await makePlacement({ name: 'Top' }), { issueId })
  const { email } = await db().sponsorContact.findUniqueOrThrow({ where: { id: contact.id } })

  // Two minutes later; until then the booking could be taken back unheard.
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET run_at = now() WHERE payload ->> 'slotId' = ${slot.id}`

  await signIn(owner.email)
  await openMail(page, email)
  const link = page.getByRole('link', { name: /\/sponsor\/open\// })
  const address = (await link.getAttribute('href')) ?? ''
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('link', { name: 'Write your copy' })).toHaveAttribute('href', address)
  const mail = await page.context().newPage()
  await mail.setContent((await page.locator('iframe').getAttribute('srcdoc')) ?? '')
  await expectAccessible(mail)

  const theirs = await browser.newContext({ javaScriptEnabled: false })
  const marketer = await theirs.newPage()
  for (const method of ['get', 'head'] as const) await marketer.request[method](address)
  await marketer.goto(address)
  await expect(marketer).toHaveURL(`/sponsor/slots/${slot.id}`)
  await expect(marketer.getByRole('main')).toContainText('Write your copy')
  await theirs.close()
})
