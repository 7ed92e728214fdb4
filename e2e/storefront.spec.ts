import { systemActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { createPlacement } from '@/lib/sponsors/commands/create-placement'
import { makePagesOld } from '@/lib/testing/published-issue'
import { freeDates, openStorefront } from '@/lib/testing/storefront'
import { ada, makeCurators } from './support/editing'
import { expect, test } from './support/test'

test.describe.configure({ mode: 'serial' })

let placementId: string
const name = `Beside the intro ${Date.now()}`

test.beforeAll(async () => {
  await makeCurators()
  await openStorefront()
  const fields = { name, description: 'Read before anything else.', price: 25_000 }
  const made = await createPlacement(systemActor('test'), { commandId: crypto.randomUUID(), fields })
  placementId = made.id
})
test.afterAll(() => db().placement.update({ where: { id: placementId }, data: { retiredAt: new Date() } }))

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a stranger reads what a message costs, asks for a date, mends the form, and is told', async ({
    page,
  }) => {
    const [date = '', next = ''] = await freeDates(placementId)
    await page.goto('/')
    await page.getByRole('link', { name: 'Sponsor us' }).click()
    const offer = page.getByRole('region', { name })
    await expect(offer).toContainText('$250 for one issue')
    await expect(offer).toContainText('at the top of the issue')
    const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
    await offer.getByRole('link', { name: day }).click()
    const place = page.getByLabel('Placement and date')
    await expect(place).toHaveValue(`${placementId}/${date}`)
    await page.getByLabel('Company').fill('Tidal & Söhne')
    await page.getByLabel('Email').fill('nobody')
    await page.getByLabel('What you want to say').fill('Boats.\nMore boats.')
    await page.getByRole('button', { name: 'Ask for this date' }).click()
    await expect(page.getByRole('alert')).toContainText('couldn’t be sent')
    await expect(page.getByLabel('Your name')).toHaveAccessibleDescription(/Write your name/)
    await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/does not look like an email/)
    await expect(page.getByLabel('Company')).toHaveValue('Tidal & Söhne')
    await expect(page.getByLabel('What you want to say')).toHaveValue('Boats.\nMore boats.')
    await page.getByLabel('Your name').fill('Kim')
    await page.getByLabel('Email').fill(`kim-${Date.now()}@example.com`)
    await page.getByRole('button', { name: 'Ask for this date' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your request is with us')
    await page.goto('/sponsor-us')
    await expect(offer.getByRole('listitem').filter({ hasText: day })).toContainText('taken')
    expect(await freeDates(placementId)).toContain(next)
  })

  test('what another took meanwhile is said beside the date', async ({ page }) => {
    const [date = ''] = await freeDates(placementId)
    await page.goto(`/sponsor-us/request?placement=${placementId}&date=${date}`)
    await page.getByLabel('Company').fill('Bolt')
    await page.getByLabel('Your name').fill('Sam')
    await page.getByLabel('Email').fill(`sam-${Date.now()}@example.com`)
    await db().placement.update({ where: { id: placementId }, data: { deadlineDays: 60 } })
    await page.getByRole('button', { name: 'Ask for this date' }).click()
    await expect(page.getByLabel('Placement and date')).toHaveAccessibleDescription(/not free any more/)
    await expect(page.getByLabel('Company')).toHaveValue('Bolt')
    await db().placement.update({ where: { id: placementId }, data: { deadlineDays: 3 } })
  })

  test('the pages hold no script; closed, they are not there, and nothing leads to them', async ({
    page,
    request,
  }) => {
    for (const path of ['/sponsor-us', '/sponsor-us/request', '/sponsor-us/sent']) {
      const answer = await request.get(path)
      expect(answer.status()).toBe(200)
      expect(answer.headers()['content-security-policy']).toContain("script-src 'none'")
      expect(await answer.text()).not.toContain('<script')
    }
    await db().publication.update({ where: { id: 1 }, data: { storefrontOpen: false } })
    await makePagesOld()
    try {
      for (const path of ['/sponsor-us', '/sponsor-us/request', '/sponsor-us/sent'])
        expect((await request.get(path)).status()).toBe(404)
      await page.goto('/issues')
      await expect(page.getByRole('link', { name: 'Sponsor us' })).toHaveCount(0)
    } finally {
      await openStorefront()
    }
  })
})

test('the page, its form and the requests have nothing that axe finds', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await page.goto('/sponsor-us')
  await expectAccessible(page)
  await page.goto('/sponsor-us/request')
  await page.getByRole('button', { name: 'Ask for this date' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expectAccessible(page)
  await page.goto('/sponsor-us/sent')
  await expectAccessible(page)
  await signIn(ada)
  await page.goto('/admin/sponsors/requests')
  await expect(page.getByRole('article').filter({ hasText: 'Tidal & Söhne' })).toBeVisible()
  await expectAccessible(page)
})
