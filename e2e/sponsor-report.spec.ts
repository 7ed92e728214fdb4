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

test('a curator notes an invoice and its payment in place, by keyboard, and takes the sums away', async ({
  page,
  signIn,
  expectAccessible,
  expectWellSet,
}) => {
  const long = await makeRanSlot({ sponsor: await makeSponsor('Reconciliations_and_Incident_Analytics') })
  await db().slot.update({ where: { id: long.slotId }, data: { price: 1_234_550 } })
  const { slotId } = await makeRanSlot({ sponsor: await makeSponsor('Calm Ledger') })
  const { issue } = await db().slot.update({
    where: { id: slotId },
    data: { price: 45_000 },
    include: { issue: true },
  })
  await signIn(ada)
  await expectWellSet(page, [`/admin/sponsors/money?year=${issue.date.getUTCFullYear()}`])
  const row = page.getByRole('row').filter({ hasText: 'Calm Ledger' })
  await row.getByRole('button', { name: /^Change/ }).press('Enter')
  const form = page.getByRole('form', { name: /Calm Ledger/ })
  await expect(form.getByLabel('Price')).toBeFocused()
  await expectAccessible(page)
  await form.getByLabel('Price').fill('a lot')
  await page.keyboard.press('Enter')
  await expect(form.getByText('Write an amount such as 450')).toBeVisible()
  await form.getByLabel('Price').fill('99,50')
  await form.getByLabel('Currency').fill('eur')
  await form.getByLabel('Purchase order').fill('PO 4712')
  await form.getByLabel(/^Invoice/).fill('https://billing.example/118')
  await form.getByLabel('Paid on').fill('2026-12-24')
  await page.keyboard.press('Enter')
  const saved = page.getByRole('row').filter({ hasText: 'PO 4712' })
  await expect(saved).toContainText('€99.50')
  await expect(saved).toContainText('Thu 24 Dec 2026')
  await expect(saved.getByRole('button', { name: /^Change/ })).toBeFocused()
  await expect(page.getByRole('table', { name: 'Totals by company' })).toContainText(/Calm Ledger\s*€99.50/)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as CSV' }).click()
  const csv = readFileSync(await (await download).path(), 'utf8')
  expect(csv).toContain('Calm Ledger,Top,ran,yes,99.50,EUR,PO 4712,https://billing.example/118,2026-12-24')
})

test('counting is switched off, and links of what is out are plain at once', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const ran = await makeRanSlot({ sponsor: await makeSponsor('Plain Links') })
  const { slug } = await db().archivedIssue.findUniqueOrThrow({ where: { issueId: ran.issueId } })
  const hrefs = () =>
    page
      .getByRole('complementary')
      .first()
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  await page.goto(`/issues/${slug}`)
  expect(await hrefs()).toEqual([expect.stringContaining('/go/')])
  await signIn(ada)
  const choose = async (what: string) => {
    await page.goto('/admin/settings')
    await page.getByLabel('Clicks on sponsors’ links').selectOption(what)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Everything is saved' })).toBeVisible()
  }
  await choose('Not counted')
  await expectAccessible(page)
  await page.goto(`/issues/${slug}`)
  expect(await hrefs()).toEqual(['https://acme.example/?utm=x'])
  const known = await page.request.get(`/go/${Object.values(ran.targets)[0]}`, { maxRedirects: 0 })
  expect([known.status(), known.headers().location]).toEqual([302, 'https://acme.example/?utm=x'])
  await choose('Counted')
})
