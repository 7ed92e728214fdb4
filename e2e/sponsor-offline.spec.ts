import { systemActor } from '@/lib/accounts/schema'
import { db, transaction } from '@/lib/db/db'
import { makePortalLink } from '@/lib/sponsors/commands/portal-links'
import { saveCopy } from '@/lib/sponsors/commands/save-copy'
import { makePlacement, makeSlot, makeSponsor } from '@/lib/testing/sponsors'
import { expect, test } from './support/test'

test('what could not be saved waits in the browser, and so does a choice between two texts', async ({
  page,
  expectAccessible,
}) => {
  const { id: sponsorId, contact } = await makeSponsor('Train Co')
  const date = new Date(Date.now() + 500 * 86_400_000).toISOString().slice(0, 10)
  const slot = await makeSlot(sponsorId, await makePlacement({ name: 'Train' }), { date })
  const path = `/sponsor/slots/${slot.id}`
  await page.goto(await transaction((tx) => makePortalLink(tx, systemActor('test'), contact.id, path)))
  page.on('dialog', (dialog) => void dialog.accept())
  const [text, status] = [page.getByLabel('Text', { exact: true }), page.getByRole('status').first()]
  const copy = () => db().adCopy.findFirstOrThrow({ where: { slots: { some: { id: slot.id } } } })

  const handler = `**/api/portal/slots/${slot.id}/copy`
  await page.route(handler, (route) => route.abort())
  await text.fill('Typed in a tunnel.')
  await expect(status).toHaveText('Not saved yet')
  await page.unroute(handler)
  await page.reload()
  await expect(text).toHaveValue('Typed in a tunnel.')
  await expect(page.getByText(/is back in the form/)).toBeVisible()
  await expect(status).toHaveText('Saved')
  await expectAccessible(page)

  const { version } = await copy()
  const fields = { text: 'A colleague’s.' }
  await saveCopy(contact, { commandId: crypto.randomUUID(), slotId: slot.id, version, fields })
  await text.fill('Mine.')
  await expect(page.getByText('Somebody else changed this meanwhile')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Somebody else changed this meanwhile')).toBeVisible()
  await expect(text).toHaveValue('Mine.')
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect(status).toHaveText('Saved')
  expect((await copy()).text).toBe('Mine.')
  await page.reload()
  await expect(page.getByText(/is back in the form/)).toBeHidden()
})

test('what is typed before the script has come is kept, and saved once it has', async ({ page }) => {
  const { id: sponsorId, contact } = await makeSponsor('Slow Train Co')
  const date = new Date(Date.now() + 501 * 86_400_000).toISOString().slice(0, 10)
  const slot = await makeSlot(sponsorId, await makePlacement({ name: 'Slow train' }), { date })
  const fields = { headline: 'Tickets', text: 'As it was.' }
  await saveCopy(contact, { commandId: crypto.randomUUID(), slotId: slot.id, version: 0, fields })
  const path = `/sponsor/slots/${slot.id}`
  await page.goto(await transaction((tx) => makePortalLink(tx, systemActor('test'), contact.id, path)))
  await expect(page.getByRole('status').first()).toHaveText('Saved')
  let letCome = () => {}
  const come = new Promise<void>((done) => {
    letCome = done
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await come
    await route.continue()
  })
  await page.goto(path, { waitUntil: 'commit' })
  await page.getByLabel('Text', { exact: true }).fill('As it was, and more.')
  await page.getByLabel('Headline').fill('Cheap tickets')
  letCome()
  await expect
    .poll(() => db().adCopy.findFirstOrThrow({ where: { slots: { some: { id: slot.id } } } }))
    .toMatchObject({ headline: 'Cheap tickets', text: 'As it was, and more.' })
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('As it was, and more.')
})
