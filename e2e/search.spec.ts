import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/db'
import { countWords } from '@/lib/search/commands/words'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { expect, test } from './support/test'

// Words that no other journey's issues have.
const item = makeItem({
  headline: 'Quillmender’s connection repair',
  url: 'https://www.quillmender.example/repair',
  blurb: 'How *harbours* keep their lines while ships move. “Quillmending” is an art.',
})
const many = Array.from({ length: 24 }, (_, at) =>
  makeItem({ headline: `Zanderfold number ${at + 1}`, blurb: '' }),
)
const arabic = makeItem({ headline: 'إصلاح الشبكة الزندرية', url: null, blurb: 'عن الموانئ والسفن.' })

test.beforeAll(async () => {
  const date = '1972-05-07'
  const at = `${date}T12:00:00.000Z`
  const sections = [
    makeSection({ title: 'Articles', items: [item, arabic, ...many] }),
    makeSection({
      title: 'Outages',
      layout: 'list',
      items: [makeItem({ headline: 'Zubrowave', blurb: '' })],
    }),
  ]
  const issue = {
    slug: `search-${randomUUID()}`,
    title: 'The quill',
    number: 72,
    date,
    publishedAt: at,
    updatedAt: at,
  }
  await makePublishedIssue(makeDocument({ issue, sections }), { removedAt: new Date() })
  await db().publication.updateMany({ data: { generation: { increment: 1 } } })
  await countWords()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader finds an article by the field in the header', async ({ page }) => {
    await page.goto('/issues')
    const field = page.getByRole('banner').getByRole('searchbox', { name: 'Search the archive' })
    await field.fill('quillmender harbour')
    await field.press('Enter')
    await expect(page).toHaveURL('/search?q=quillmender+harbour')
    await expect(page).toHaveTitle(/^Search for “quillmender harbour” · /)
    await expect(page.locator('link[rel=canonical]')).toHaveCount(0)
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex, follow')
    await expect(page.getByText('1 item', { exact: true })).toBeVisible()
    const result = page.getByRole('article')
    await expect(result.getByRole('heading')).toHaveText('Quillmender’s connection repair')
    await expect(result.locator('mark')).toHaveText(['Quillmender', 'harbours', 'Quillmending'])
    await expect(result.getByRole('link', { name: 'quillmender.example' })).toHaveAttribute(
      'href',
      item.url ?? '',
    )
    await expect(result.getByRole('link', { name: 'The quill' })).toBeVisible()
  })

  test('narrows the results, reads on, and comes back', async ({ page }) => {
    await page.goto('/search?q=zanderfold')
    await expect(page.getByText('24 items', { exact: true })).toBeVisible()
    await expect(page.getByRole('article')).toHaveCount(20)
    await page.getByRole('link', { name: 'More results' }).click()
    await expect(page.getByRole('article')).toHaveCount(4)
    await page.getByRole('link', { name: 'The first results' }).click()
    await page.getByText('Narrow it down').click()
    await page.getByLabel('Year').selectOption('1972')
    await page.getByLabel('Section').selectOption('Outages')
    await page.getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL(/year=1972&section=outages/)
    await expect(page.getByText('Nothing was found for “zanderfold”.')).toBeVisible()
    await page.getByRole('link', { name: 'Search everything' }).click()
    await expect(page.getByRole('article')).toHaveCount(20)
  })

  test('is told what was meant, what is only some of it, and how to ask', async ({ page }) => {
    await page.goto('/search?q=quilmender')
    await expect(
      page.getByText('Nothing has “quilmender”. These are the results for “quillmender”.'),
    ).toBeVisible()
    await page.goto('/search?q=that+quillmender+about+zubrowave')
    await expect(page.getByText(/^Nothing has all of these words\./)).toBeVisible()
    await expect(page.getByRole('article')).toHaveCount(2)
    await page.goto('/search?q=zubrowave+outage')
    await expect(page.getByRole('article').getByRole('heading')).toHaveText('Zubrowave')
    await page.goto('/search?q=-rust')
    await expect(page.getByText('A minus only leaves something out.')).toBeVisible()
    await page.goto('/search')
    await expect(page.getByRole('heading', { name: 'How to search' })).toBeVisible()
    expect(await page.locator('meta[name=robots]').count()).toBe(0)
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/search$/)
    await page.goto('/search?q=الزندرية')
    await expect(page.getByRole('article').getByRole('heading')).toHaveAttribute('dir', 'rtl')
  })
})

test('nothing that is asked is an error', async ({ request }) => {
  const odd = [
    'q=%00',
    'q=%',
    'q=%ff',
    'q=',
    'q=%F0%9F%A6%80',
    `q=${'x'.repeat(3_000)}`,
    'q="',
    'after=x',
    'year=9',
    'q=a&q=b',
    'host=..',
    'section[]=x',
  ]
  for (const query of odd)
    expect([query, (await request.get(`/search?${query}`)).status()]).toEqual([query, 200])
})

test('the search is accessible at every width, light and dark', async ({ page, expectWellSet }) => {
  await expectWellSet(page, ['/search', '/search?q=zanderfold+repair&year=1972', '/search?q=xyzzyplugh'])
})
