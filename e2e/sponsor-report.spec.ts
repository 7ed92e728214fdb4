import { readFileSync } from 'node:fs'
import { systemActor } from '@/lib/accounts/schema'
import { db, transaction } from '@/lib/db/db'
import { makePortalLink } from '@/lib/sponsors/commands/portal-links'
import { click, makeRanSlot } from '@/lib/testing/ran-slot'
import { makeSponsor } from '@/lib/testing/sponsors'
import { ada, makeCurators } from './support/editing'
import { expect, test } from './support/test'

test.beforeAll(makeCurators)

const link = (contactId: string, path: string) =>
  transaction((tx) => makePortalLink(tx, systemActor('test'), contactId, path))

/** Sheets of a PDF, by its own objects. */
const sheetsOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length

test('a sponsor reads, prints and keeps the report of what ran; a stranger finds none', async ({
  page,
  expectAccessible,
}) => {
  const copy = { text: 'Ship calmly, says **Acme**: [read why](https://acme.example/why).' }
  const ran = await makeRanSlot({ copy, sponsor: await makeSponsor('=Acme Observability') })
  await db().slot.update({ where: { id: ran.slotId }, data: { purchaseOrder: 'PO 4711' } })
  await click(ran, 7)
  await click(ran, 2, 'bot')
  await page.goto(await link(ran.sponsor.contact.id, `/sponsor/slots/${ran.slotId}`))
  await page.getByRole('link', { name: 'Read the report' }).click()
  const main = page.getByRole('main')
  await expect(main).toContainText('14 verified clicks of 18 requests; 4 excluded')
  await expect(main).toContainText('PO 4711')
  await expect(main.getByRole('complementary')).toContainText('Ship calmly, says Acme: read why.')
  await expectAccessible(page)
  expect(sheetsOf(await page.pdf({ format: 'A4' }))).toBe(1)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as CSV' }).click()
  const csv = readFileSync(await (await download).path(), 'utf8')
  expect(csv).toContain("\r\n'=Acme Observability,")
  expect(csv).toContain('PO 4711')
  const stranger = await makeSponsor('Bolt')
  await page.context().clearCookies()
  await page.goto(await link(stranger.contact.id, '/sponsor'))
  for (const what of ['report', 'report.csv']) {
    const answer = await page.request.get(`/sponsor/slots/${ran.slotId}/${what}`)
    expect(answer.status()).toBe(404)
  }
})

test('a curator reads the same report', async ({ page, signIn, expectAccessible }) => {
  const ran = await makeRanSlot()
  await click(ran, 3)
  await signIn(ada)
  await page.goto(`/admin/sponsors/slots/${ran.slotId}`)
  await page.getByRole('link', { name: 'Report' }).click()
  await expect(page.getByRole('main')).toContainText('3 verified clicks')
  await expectAccessible(page)
})
