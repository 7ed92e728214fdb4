import { db } from '@/lib/db/db'
import { issueDocumentSchema } from '@/lib/document/schema'
import { expect, test } from './support/test'

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader gets the home page, whole', async ({ page }) => {
    const response = await page.goto('/')
    expect(response?.status()).toBe(200)
    expect(response?.headers()['content-security-policy']).toContain("script-src 'none'")
    // Data for search engines stands in an element of that name and doesn't run.
    expect(await response?.text()).not.toMatch(/<script(?! type="application\/ld\+json")/)
    const address = page.getByRole('heading', { level: 1 }).getByRole('link')
    const slug = (await address.getAttribute('href'))?.replace('/issues/', '') ?? ''
    const { edition } = await db().archivedIssue.findUniqueOrThrow({
      where: { slug },
      include: { edition: true },
    })
    const { sections } = issueDocumentSchema.parse(edition.document)
    const headlines = sections.flatMap(({ items }) => items.flatMap(({ headline }) => headline ?? []))
    expect(headlines.length).toBeGreaterThan(0)
    for (const headline of headlines) await expect(page.locator('main')).toContainText(headline)
  })

  test('a reader who is lost gets a page that says so', async ({ page }) => {
    const response = await page.goto('/no/such/page')
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here')
    await expect(page.getByRole('link', { name: 'The latest issue' })).toHaveAttribute('href', '/')
  })
})

test('error pages are accessible', async ({ page, expectAccessible }) => {
  await page.goto('/no/such/page')
  await expectAccessible(page)
})

test('RSC headers can neither redirect nor change a reader page', async ({ request }) => {
  const plain = await request.get('/')
  const poisoned = await request.get('/?_rsc=x', {
    headers: { RSC: '1', 'Next-Router-Prefetch': '1', 'X-Forwarded-Host': 'evil.example' },
    maxRedirects: 0,
  })
  expect(poisoned.status()).toBe(200)
  expect(poisoned.headers().etag).toBe(plain.headers().etag)
})

test('a reader page can only be read', async ({ request }) => {
  const response = await request.post('/issues', { data: {} })
  expect(response.status()).toBe(405)
  expect(response.headers().allow).toBe('GET, HEAD')
})
