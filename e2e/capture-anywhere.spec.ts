import type { Page } from '@playwright/test'
import { bookmarkletFor } from '@/lib/bookmarklet/rules'
import { db } from '@/lib/db/db'
import { makeCapture } from '@/lib/testing/captures'
import { openSuggestions } from '@/lib/testing/suggestions'
import { ada, makeCurators } from './support/editing'
import { expect, test } from './support/test'

test.beforeAll(makeCurators)

const foreign = 'https://elsewhere.example'
const article = `<!doctype html><title>How we test failover</title>
<p id="said">It <em>never</em> knew about us, <a href="/why">as they say</a>.</p>`

/** A page of another site with its text selected. */
async function readElsewhere(page: Page, path: string, body = article): Promise<void> {
  await page.route(`${foreign}/**`, (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto(foreign + path, { referer: 'https://news.example/' })
  await page.evaluate(() => getSelection()?.selectAllChildren(document.body))
}

/** Presses the bookmark there; gives back the window that opens. */
async function press(page: Page, origin: string): Promise<Page> {
  const code = decodeURIComponent(bookmarkletFor(origin).replace('javascript:', ''))
  const [opened] = await Promise.all([page.waitForEvent('popup'), page.evaluate(code)])
  await opened.waitForLoadState()
  return opened
}

const stored = (url: string) => db().capture.findFirst({ where: { url }, orderBy: { capturedAt: 'desc' } })

test('the bookmarklet brings a page, its selection and where one came from; undo takes it back', async ({
  page,
  signIn,
  baseURL,
  expectAccessible,
}) => {
  await signIn(ada)
  await page.goto('/admin/inbox')
  await page.getByRole('link', { name: 'Bring links from anywhere' }).click()
  const bookmark = page.getByRole('link', { name: /^Into / })
  await expect(bookmark).toHaveAttribute('href', bookmarkletFor(baseURL ?? ''))
  await bookmark.click()
  await expect(page.getByText('Drag it to the bookmarks bar')).toBeVisible()
  await expectAccessible(page)

  const path = `/failover-${Date.now()}`
  await readElsewhere(page, path)
  const opened = await press(page, baseURL ?? '')
  await expect(opened.getByLabel('Title')).toHaveValue('How we test failover')
  await expect(opened.getByLabel('Quote')).toHaveValue(
    `It *never* knew about us, [as they say](${foreign}/why).`,
  )
  await expect(opened.getByLabel('Via')).toHaveValue('news.example')
  await expectAccessible(opened)
  await opened.getByLabel('Address').fill('hhttps://elsewhere.example')
  await opened.getByRole('button', { name: 'Save' }).click()
  await expect(opened.getByLabel('Address')).toHaveAccessibleDescription(/Readers can’t follow “hhttps:”/)
  await opened.getByLabel('Address').fill(foreign + path)
  await opened.getByLabel('Note').fill('For on-call.')
  await opened.getByRole('button', { name: 'Save' }).click()
  await expect(opened.getByRole('heading', { name: 'In the inbox' })).toBeVisible()
  await expect(opened.getByRole('button', { name: 'Close', exact: true })).toBeFocused()
  await expectAccessible(opened)
  expect(await stored(foreign + path)).toMatchObject({
    source: 'BOOKMARKLET',
    note: 'For on-call.',
    via: 'news.example',
  })
  await opened.getByRole('button', { name: 'Undo' }).click()
  await expect(opened.getByRole('heading', { name: 'Taken back' })).toBeVisible()
  await expect(opened.getByRole('button', { name: 'Close', exact: true })).toBeFocused()
  expect(await stored(foreign + path)).toMatchObject({ state: 'DISCARDED' })
})

test('a page that waits already is told of in the window, and what is new joins it; undo brings it back', async ({
  page,
  signIn,
  baseURL,
  expectAccessible,
}) => {
  await signIn(ada)
  const path = `/twice-${Date.now()}`
  const id = await makeCapture({ url: `${foreign}${path}`, title: 'Twice', note: 'First.' })
  const row = () => db().capture.findUniqueOrThrow({ where: { id } })
  await readElsewhere(page, `${path}?utm_source=x`)
  const opened = await press(page, baseURL ?? '')
  const memory = opened.getByRole('list', { name: 'Seen before' })
  await expect(memory).toContainText('In the inbox, came just now')
  await expect(opened.getByText('Saving adds to that one what is new here.')).toBeVisible()
  await expect(opened.getByLabel('Quote')).toHaveValue(/never/)
  await expectAccessible(opened)
  await opened.getByRole('button', { name: 'Save' }).click()
  await expect(opened.getByRole('heading', { name: 'Added to what waits' })).toBeVisible()
  await expect(opened.getByText('It came just now, and has your quote and via now.')).toBeVisible()
  await expectAccessible(opened)
  expect(await row()).toMatchObject({ quote: expect.stringContaining('never'), note: 'First.', version: 1 })
  await opened.getByRole('button', { name: 'Undo' }).click()
  await expect(opened.getByText('The link waits in the inbox as it did before.')).toBeVisible()
  expect(await row()).toMatchObject({ state: 'NEW', quote: '', note: 'First.', via: '' })
  expect(await db().capture.count({ where: { url: { contains: path } } })).toBe(1)
})

test('signed out, one signs in and comes back to all that was selected, however long; Enter closes the window', async ({
  page,
  signIn,
  baseURL,
}) => {
  const path = `/long-${Date.now()}`
  await readElsewhere(
    page,
    path,
    `<!doctype html><title>Long</title><p>${'A selection of 5 MB. '.repeat(250_000)}`,
  )
  const opened = await press(page, baseURL ?? '')
  await expect(opened.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await signIn(ada)
  const next = await opened.locator('input[name="next"]').first().inputValue()
  await opened.close()
  const back = await page.context().newPage()
  await back.goto(next)
  await expect(back.getByText('You selected more than a quote can hold.')).toBeVisible()
  await expect(back.getByLabel('Quote')).toHaveValue(/^(A selection of 5 MB\. ){2800}/)
  await back.close()

  const again = await press(page, baseURL ?? '')
  await expect(again.getByLabel('Quote')).toHaveValue(/A selection/)
  await again.getByRole('button', { name: 'Save' }).click()
  await expect(again.getByRole('button', { name: 'Close', exact: true })).toBeFocused()
  const closed = again.waitForEvent('close')
  // The window may be gone before the press is answered.
  await again.keyboard.press('Enter').catch(() => null)
  await closed
})

test.describe('on a phone, without script', () => {
  test.use({ viewport: { width: 375, height: 720 }, javaScriptEnabled: false })

  test('what was shared is looked at, mended and saved; nothing typed is lost', async ({
    page,
    signIn,
    request,
  }) => {
    const manifest = await (await request.get('/admin/manifest.webmanifest')).json()
    for (const { src } of manifest.icons)
      expect((await request.get(src)).headers()['content-type']).toBe('image/png')
    const { action, params } = manifest.share_target
    await signIn(ada)
    const url = `https://elsewhere.example/shared-${Date.now()}`
    await page.goto(`${action}?${new URLSearchParams({ [params.text]: `How we share\n${url}` })}`)
    await expect(page.getByLabel('Title')).toHaveValue('How we share')
    await page.getByLabel('Address').fill('http://square space')
    await page.getByLabel('Note').fill('Typed.')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByLabel('Address')).toHaveAccessibleDescription(/An address holds no spaces/)
    await expect(page.getByLabel('Note')).toHaveValue('Typed.')
    await page.getByLabel('Address').fill(url)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('heading', { name: 'In the inbox' })).toBeVisible()
    expect(await stored(url)).toMatchObject({ source: 'SHARE', title: 'How we share', note: 'Typed.' })
    const window = page.url()
    await page.goto(`${action}?${new URLSearchParams({ [params.text]: url })}`)
    await expect(page.getByRole('list', { name: 'Seen before' })).toContainText('In the inbox, came just now')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('heading', { name: 'It waits already' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
    await page.goto(window)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('heading', { name: 'Taken back' })).toBeVisible()
    expect(await stored(url)).toMatchObject({ state: 'DISCARDED' })
  })
})

test('a token brings links until it is revoked, and an address gives the inbox as a feed', async ({
  page,
  signIn,
  request,
  expectAccessible,
}) => {
  await signIn(ada)
  await page.goto('/admin/inbox/anywhere')
  const name = `Phone ${Date.now()}`
  const programs = page.getByRole('region', { name: 'From an iPhone' })
  await programs.getByRole('button', { name: 'Make a token' }).click()
  await expect(programs.getByRole('textbox')).toHaveAccessibleDescription(/Name the app or device/)
  await programs.getByRole('textbox').fill(name)
  await programs.getByRole('button', { name: 'Make a token' }).click()
  const token = await programs.getByLabel(`The token for “${name}”`, { exact: true }).inputValue()
  await expectAccessible(page)
  const url = `https://elsewhere.example/api-${Date.now()}`
  const bring = () =>
    request.post('/api/capture', {
      headers: { authorization: `Bearer ${token}` },
      data: { url, title: 'By API' },
    })
  expect((await bring()).status()).toBe(201)
  expect((await bring()).status()).toBe(200)

  const feed = page.getByRole('region', { name: 'The inbox in your reading' })
  await feed.getByRole('textbox').fill(name)
  await feed.getByRole('button', { name: 'Make an address' }).click()
  const address = await feed.getByLabel(`The address for “${name}”`, { exact: true }).inputValue()
  const answer = await request.get(address)
  expect(answer.headers()['cache-control']).toBe('private, no-store')
  expect(await answer.text()).toContain(url)

  await page.getByRole('button', { name: `Revoke the token for ${name}` }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('opens nothing any more')).toBeVisible()
  expect((await bring()).status()).toBe(401)
})

test('a reader suggests a link without script, and sees what becomes of it', async ({
  browser,
  // Axe itself needs script.
  page: looker,
  expectAccessible,
}) => {
  await openSuggestions()
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('link', { name: 'Suggest a link' }).click()
  await looker.goto(page.url())
  await expectAccessible(looker)
  const url = `https://elsewhere.example/suggested-${Date.now()}`
  await page.getByLabel('Why it is worth reading').fill('It is good.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByLabel('Address of the page')).toHaveAccessibleDescription(/Add an address/)
  await expect(page.getByLabel('Why it is worth reading')).toHaveValue('It is good.')
  await page.getByLabel('Address of the page').fill(url)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('heading', { name: 'Thank you, it is with us' })).toBeVisible()
  await looker.goto(page.url())
  await expectAccessible(looker)
  expect(await stored(url)).toMatchObject({ source: 'SUGGESTION', note: 'It is good.', capturedById: null })
  await db().capture.updateMany({ where: { url }, data: { state: 'DISCARDED' } })
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Not this time' })).toBeVisible()
  await page.goto(`${page.url().slice(0, -1)}_`)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Not this time')
  await context.close()
})

test('feeds stand in a lane of their own, what is wrong on its row', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn(ada)
  await page.goto('/admin/inbox/feeds')
  const tag = `feed-${Date.now()}`
  await page
    .getByLabel('Addresses of feeds')
    .fill(`https://elsewhere.example/${tag}.xml\nhhttps://example.org\nhttps://10.0.0.1/feed`)
  await page.getByRole('button', { name: 'Follow', exact: true }).click()
  await expect(page.getByText('1 feed added, 2 not taken.')).toBeVisible()
  await expect(page.getByText('“https://10.0.0.1/feed”: “10.0.0.1” is not a public host name.')).toBeVisible()
  await expectAccessible(page)
  const stop = page.getByRole('button', { name: `Stop following elsewhere.example/${tag}.xml` })
  await stop.click()
  await expect(stop).toBeHidden()
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(stop).toBeVisible()
  const at = new Date()
  await db().capture.create({
    data: {
      ...{ url: `https://elsewhere.example/${tag}`, title: tag, source: 'FEED', isAside: true },
      ...{ capturedAt: at, surfacesAt: at, movedAt: at },
    },
  })
  await page.goto(`/admin/inbox?q=${tag}`)
  await expect(page.getByRole('heading', { name: 'No capture is like that' })).toBeVisible()
  await page.getByRole('button', { name: /^Feeds/ }).click()
  await expect(page.locator('[data-capture] [data-row]')).toHaveText([tag])
  await expectAccessible(page)
  await page.locator('[data-capture] [data-row]').focus()
  await page.keyboard.press('b')
  await page.getByRole('button', { name: /^Inbox/ }).click()
  await expect(page.locator('[data-capture] [data-row]')).toHaveText([tag])
  await db().followedFeed.deleteMany({ where: { url: { contains: tag } } })
})
