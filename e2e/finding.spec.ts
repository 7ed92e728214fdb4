import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/db'
import type { DocumentItem } from '@/lib/document/schema'
import { makeDocument, makeItem, makeSection } from '@/lib/testing/make-document'
import { makePublishedIssue } from '@/lib/testing/published-issue'
import { expect, test } from './support/test'

const run = randomUUID().slice(0, 8)
const site = `harbour-${run}.example`
const author = `Mara Lind ${run}`
const topic = `Tides ${run}`
const years = { old: '1958', middle: '1964', late: '1969' }
const titleOf = (year: string) => `The tides of ${year} (${run})`
const slugOf = (year: string) => `of-${year}-${run}`

const first = makeItem({
  headline: 'Counting waves at night',
  url: `http://www.${site}/waves/?utm_source=list`,
  topics: [topic],
})
const before = makeItem({
  headline: 'A calm week',
  url: 'https://calm.example/week',
  blurb: `Nothing happened, unlike [that night](https://${site}/waves).`,
})
const again = makeItem({
  headline: 'Waves, counted again',
  url: `https://${site}/waves`,
  byline: `${author} — Harbour Office`,
  topics: [topic],
  blurb: 'Worth a second look.',
})
const quote = makeItem({
  kind: 'quote',
  headline: null,
  url: null,
  blurb: 'The sea is never full.\n\n— Qoheleth',
})
const outage = makeItem({ headline: 'Ferry', url: `https://status.${site}/1`, blurb: 'Late all day.' })
const many = Array.from({ length: 45 }, (_, index) =>
  makeItem({ headline: `Tide ${index + 1}`, url: `https://tide.example/${index}`, topics: [topic] }),
)

const goneId = randomUUID()

async function publish(year: string, articles: DocumentItem[], list: DocumentItem[] = []) {
  const publishedAt = `${year}-03-07T12:00:00.000Z`
  const slug = slugOf(year)
  const issue = { slug, title: titleOf(year), date: `${year}-03-07`, publishedAt, number: null }
  const sections = [
    makeSection({ title: 'Articles', items: articles }),
    makeSection({ title: 'Outages', layout: 'list', items: list }),
  ]
  const document = makeDocument({ issue: { ...issue, updatedAt: publishedAt }, sections })
  return makePublishedIssue(document, { removedAt: new Date() })
}

test.beforeAll(async ({ baseURL }) => {
  await publish(years.old, [first, ...many])
  await publish(years.middle, [before])
  const back = makeItem({
    headline: 'Looking back',
    url: 'https://back.example/',
    blurb: `It began [in an issue](${baseURL}/issues/${slugOf(years.old)}) with [waves](${baseURL}/items/${first.id}).`,
  })
  const { id: issueId } = await publish(years.late, [again, quote, back], [outage])
  await db().goneItem.create({ data: { id: goneId, issueId } })
  await db().publication.updateMany({ data: { generation: { increment: 1 } } })
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, locale: 'en' })

  test('a reader follows a link through the years', async ({ page, baseURL }) => {
    await page.goto(`/issues/${slugOf(years.late)}`)
    const link = page.getByRole('link', { name: 'Link to Waves, counted again' })
    await link.focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(`${baseURL}/items/${again.id}`)
    await expect(page).toHaveTitle(/^Waves, counted again · /)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Waves, counted again')
    await expect(page.locator('head link[rel=canonical]')).toHaveAttribute(
      'href',
      `${baseURL}/items/${again.id}`,
    )
    const places = page.getByRole('region', { name: /This link over the years/ }).getByRole('listitem')
    await expect(places).toHaveText([
      /^Waves, counted again\s*The tides of 1969/,
      /^A calm week\s*The tides of 1964.*linked in the text$/,
      /^Counting waves at night\s*The tides of 1958/,
    ])
    await page.getByRole('link', { name: /Linked before/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A calm week')
    await page.goBack()
    await page.getByRole('link', { name: 'Counting waves at night' }).click()
    await page
      .getByRole('link', { name: titleOf(years.old) })
      .first()
      .click()
    await expect(page).toHaveURL(`${baseURL}/issues/${slugOf(years.old)}#item-${first.id}`)
    await expect(page.locator(':target')).toContainText('Counting waves at night')
  })

  test('what was mentioned later says where', async ({ page }) => {
    await page.goto(`/issues/${slugOf(years.old)}`)
    const later = page.getByText('Mentioned later in')
    await expect(later).toHaveCount(2)
    await expect(page.locator('article').first()).toContainText(
      `Mentioned later in: ${titleOf(years.late)} — Looking back`,
    )
    await page
      .locator('article')
      .first()
      .getByRole('link', { name: `${titleOf(years.late)} — Looking back` })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleOf(years.late))
    await expect(page.locator(':target')).toContainText('Looking back')
  })

  test('a reader finds what else came from a site, and from an author', async ({ page }) => {
    await page.goto(`/issues/${slugOf(years.late)}`)
    const item = page.getByRole('article').filter({ hasText: 'Waves, counted again' })
    await expect(item.getByRole('link', { name: author })).toHaveCount(0)
    await item.getByRole('link', { name: `More from ${site}` }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(site)
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([
      'Waves, counted again',
      'Ferry',
      'A calm week',
      'Counting waves at night',
    ])
    await expect(page.getByRole('article').filter({ hasText: 'A calm week' })).toContainText(
      'linked in the text',
    )
    const one = await page.goto(`/authors/mara-lind-${run}`)
    expect(one?.status()).toBe(200)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(author)
    await expect(page.getByRole('article')).toHaveCount(1)
  })

  test('a reader goes through a topic, page by page', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Topics' }).click()
    await page.getByRole('link', { name: topic }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(topic)
    await expect(page.getByText('47 items')).toBeVisible()
    await expect(page.getByRole('article')).toHaveCount(40)
    await page.getByRole('link', { name: /Older items/ }).click()
    await expect(page.getByRole('article')).toHaveCount(7)
    await expect(page.getByRole('heading', { level: 2 }).last()).toHaveText('Tide 45')
    await page.getByRole('link', { name: /The newest/ }).click()
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Waves, counted again')
  })

  test('a reader follows a topic, and finds what else there is to follow', async ({ page, request }) => {
    await page.goto(`/topics/tides-${run}`)
    const own = page.getByRole('link', { name: `Atom · ${topic}` })
    const feed = await request.get((await own.getAttribute('href')) ?? '')
    expect(await feed.text()).toContain('Waves, counted again')
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Follow' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Follow')
    for (const name of ['RSS · Whole issues', 'JSON · Every link', 'RSS · Outages']) {
      const address = await page.getByRole('link', { name, exact: true }).getAttribute('href')
      expect((await request.get(address ?? '')).status(), name).toBe(200)
    }
    await expect(page.getByRole('link', { name: /OPML/ })).toHaveAttribute('href', '/sources.opml')
  })

  test('a reader goes back through the years', async ({ page }) => {
    await page.goto('/issues')
    await page.getByRole('navigation', { name: 'Years' }).getByRole('link', { name: /^1964/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Archive of 1964')
    await expect(page.getByRole('link', { name: titleOf(years.middle) })).toBeVisible()
    await expect(page.getByRole('link', { name: titleOf(years.late) })).toHaveCount(0)
    await page.getByRole('link', { name: 'The newest' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Archive')
  })

  test('what isn’t there says so', async ({ page, request }) => {
    const gone = await page.goto(`/items/${goneId}`)
    expect(gone?.status()).toBe(410)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This was taken back')
    for (const path of [
      `/items/${randomUUID()}`,
      '/items/1',
      '/topics/none',
      '/authors/nobody',
      '/sites/none.example',
      '/issues/year/1901',
      '/issues/year/x',
    ])
      expect((await request.get(path)).status(), path).toBe(404)
  })
})

test('what is found is accessible at every width, light and dark', async ({ page, expectWellSet }) => {
  // Eleven pages, each looked at six times.
  test.slow()
  await expectWellSet(page, [
    `/items/${again.id}`,
    `/items/${quote.id}`,
    `/items/${first.id}`,
    `/issues/${slugOf(years.old)}`,
    `/issues/${slugOf(years.late)}`,
    `/sites/${site}`,
    `/authors/mara-lind-${run}`,
    `/topics/tides-${run}`,
    '/topics',
    '/follow',
    `/issues/year/${years.middle}`,
  ])
})
