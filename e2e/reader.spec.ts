import { randomUUID } from 'node:crypto'
import type { IssueDocument } from '@/lib/document/schema'
import { makeDocument, makeItem, makeSection, makeSponsor } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { expect, test } from './support/test'

const year = '1971'
const slugs = {
  first: `first-${randomUUID()}`,
  second: `second-${randomUUID()}`,
  gone: `gone-${randomUUID()}`,
}

function documentOf(
  slug: string,
  title: string,
  date: string,
  rest: Parameters<typeof makeDocument>[0] = {},
) {
  const publishedAt = `${date}T12:00:00.000Z`
  return makeDocument({
    ...rest,
    issue: { slug, title, date, publishedAt, updatedAt: publishedAt, ...rest.issue },
  })
}

const quote = makeItem({
  kind: 'quote',
  headline: null,
  url: null,
  blurb: 'The sea is never full.\n\n— [Qoheleth](https://old.example)',
})
const full: IssueDocument = documentOf(slugs.second, 'The second tide', `${year}-03-07`, {
  issue: { intro: 'Welcome to *all* who are new.', outro: 'Until Sunday.' },
  sponsors: [makeSponsor()],
  sections: [
    makeSection({
      title: 'Articles',
      items: [
        makeItem({
          credit: 'Thanks to Bo for this one.',
          disclosure: 'Full disclosure: the harbour is my employer.',
        }),
        quote,
        makeItem({
          headline: 'גלים בלילה',
          url: 'javascript:alert(1)',
          blurb: 'A bad address, and Hebrew: שלום.',
        }),
      ],
    }),
    makeSection({
      title: 'Outages',
      layout: 'list',
      items: [
        makeItem({ headline: 'Lighthouse', blurb: '' }),
        makeItem({ headline: 'Ferry', blurb: 'Late all day.' }),
      ],
    }),
  ],
})

test.beforeAll(async () => {
  // Long ago, and with their drafts removed: other journeys share this database and publish on top of these.
  const removed = { removedAt: new Date() }
  await makePublishedIssue(documentOf(slugs.first, 'The first tide', `${year}-03-01`), removed)
  await makePublishedIssue(full, removed)
  const gone = documentOf(slugs.gone, 'The tide that went', `${year}-03-14`)
  await makePublishedIssue(gone, { ...removed, withdrawnAt: new Date() })
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, locale: 'en' })

  test('a reader finds an issue in the archive and reads on', async ({ page }) => {
    await page.goto('/issues')
    await page
      .getByRole('navigation', { name: 'Years' })
      .getByRole('link', { name: new RegExp(`^${year}`) })
      .click()
    await expect(page.getByRole('heading', { name: new RegExp(`^${year}`) })).toBeVisible()
    await expect(page.getByRole('link', { name: 'The tide that went' })).toHaveCount(0)
    await page.getByRole('link', { name: /The second tide/ }).click()
    await expect(page).toHaveTitle(/^The second tide · /)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The second tide')

    const headings = await page.locator('h2, h3').allInnerTexts()
    expect(headings.map((text) => text.split('\n')[0])).toEqual([
      expect.stringMatching(/^articles/i),
      'Counting waves at night',
      'גלים בלילה',
      expect.stringMatching(/^outages/i),
    ])
    await expect(
      page.getByRole('complementary', { name: 'A message from our sponsor, Ropeworks' }),
    ).toBeVisible()
    await expect(page.getByRole('figure').locator('figcaption')).toHaveText('— Qoheleth')
    await expect(page.getByText('Full disclosure: the harbour is my employer.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'גלים בלילה', exact: true })).toHaveCount(0)
    await expect(page.locator('a[href^="javascript"]')).toHaveCount(0)

    await page.getByRole('link', { name: /Previous/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The first tide')
    await page.getByRole('link', { name: /Next/ }).click()
    await expect(page).toHaveURL(new RegExp(slugs.second))
  })

  test('a reader links to an item by keyboard', async ({ page }) => {
    const id = full.sections[0]?.items[0]?.id ?? ''
    await page.goto(`/issues/${slugs.second}`)
    const link = page.getByRole('link', { name: 'Link to Counting waves at night' })
    await link.focus()
    await expect(link).toHaveCSS('opacity', '1')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/items/${id}$`))
    await page.getByRole('link', { name: 'The second tide', exact: true }).first().click()
    await expect(page).toHaveURL(new RegExp(`#item-${id}$`))
    await expect(page.locator(':target')).toContainText('Counting waves at night')
  })

  test('an issue that was withdrawn is gone, and says so', async ({ page, request }) => {
    const response = await page.goto(`/issues/${slugs.gone}`)
    expect(response?.status()).toBe(410)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This issue was withdrawn')
    for (const form of ['.json', '.md'])
      expect((await request.get(`/issues/${slugs.gone}${form}`)).status()).toBe(410)
    expect(await (await request.get('/feed.xml')).text()).not.toContain(slugs.gone)
  })

  test('the front page shows an issue whole and what this is', async ({ page }) => {
    const response = await page.goto('/')
    expect(await response?.text()).not.toMatch(/<script(?! type="application\/ld\+json">)|\son[a-z]+=/i)
    await expect(page.getByRole('heading', { level: 1 }).getByRole('link')).toHaveAttribute(
      'href',
      /^\/issues\//,
    )
    await expect(page.locator('article').first()).toBeVisible()
  })
})

test('an issue has its other forms, and its head names them', async ({ page, request, baseURL }) => {
  const path = `/issues/${slugs.second}`
  await page.goto(path)
  const head = (selector: string, name: string) => page.locator(`head ${selector}`).getAttribute(name)
  expect(await head('link[rel=canonical]', 'href')).toBe(`${baseURL}${path}`)
  expect(await head('meta[name=description]', 'content')).toBe('Welcome to all who are new.')
  expect(await head('meta[property="og:type"]', 'content')).toBe('article')
  expect(await head('meta[property="article:published_time"]', 'content')).toBe(`${year}-03-07T12:00:00.000Z`)
  for (const type of ['application/rss+xml', 'text/markdown', 'application/json']) {
    const address = await head(`link[rel=alternate][type="${type}"]`, 'href')
    const answer = await request.get(address ?? '')
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-type']).toBe(`${type}; charset=utf-8`)
  }
  expect(await (await request.get(`${path}.json`)).json()).toEqual(full)
  const markdown = await (await request.get(`${path}.md`)).text()
  expect(markdown).toContain('### [Counting waves at night](https://www.tides.example/waves?by=night)')
})

test('the feed is XML that a browser can read', async ({ page, request }) => {
  const xml = await (await request.get('/feed.xml')).text()
  await page.goto('/issues')
  const found = await page.evaluate((text) => {
    const feed = new DOMParser().parseFromString(text, 'application/xml')
    const ids = [...feed.querySelectorAll('item > guid')].map((guid) => guid.textContent)
    return { error: feed.querySelector('parsererror')?.textContent ?? null, ids }
  }, xml)
  expect(found.error).toBeNull()
  expect(new Set(found.ids).size).toBe(found.ids.length)
})

test('pages are accessible at every width, light and dark', async ({ page, expectWellSet }) => {
  await expectWellSet(page, ['/', '/issues', `/issues/${slugs.second}`, `/issues/${slugs.gone}`])
})
