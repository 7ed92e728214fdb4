import type { Browser, Page } from '@playwright/test'
import { db } from '@/lib/db/db'
import { enqueue } from '@/lib/queue/enqueue'
import { makeDraft } from '@/lib/testing/issues'
import { ada, expectSaved, headlines, makeCurators, openIssue, section, storedItem } from './support/editing'
import { expect, test } from './support/test'

test.beforeAll(makeCurators)

/** In the titles and addresses of this week: others capture beside it, and the inbox is everybody's. */
const tag = `w${Date.now()}`
const titled = (title: string) => `${title} ${tag}`
const address = (name: string) => `https://example.org/${name}-${tag}`
const titles = (page: Page) => page.locator('[data-capture] [data-row]')
const inbox = (issueId: string) => `/admin/inbox?q=${tag}&issue=${issueId}`

/** Monday to Wednesday: a list pasted at the desk, a page brought by the bookmarklet, and one from a program with a token. */
async function capture(page: Page, issueId: string): Promise<void> {
  await page.goto(inbox(issueId))
  const box = page.getByLabel('Add addresses, one a line')
  await box.fill(`- [${titled('Failover')}](${address('failover')}) — every Thursday
  > It never knew about us.
- [${titled('Advertisement')}](${address('advertisement')})
- [${titled('Evergreen')}](${address('evergreen')})`)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(titles(page)).toHaveCount(3)
  // What the bookmarklet opens.
  const found = { url: address('queues'), title: titled('Queues'), via: 'Kim' }
  await page.goto(`/admin/capture?${new URLSearchParams(found)}`)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(() => db().capture.count({ where: { url: found.url } })).toBe(1)
  // What a telephone's shortcut sends: no session, and a token that was made for it.
  await page.goto('/admin/inbox/anywhere')
  const programs = page.getByRole('region', { name: 'From an iPhone, a script, an extension' })
  await programs.getByLabel(/^For which app or device/).fill(titled('Phone'))
  await programs.getByRole('button', { name: 'Make a token' }).click()
  const token = await programs.getByLabel(`The token for “${titled('Phone')}”`, { exact: true }).inputValue()
  const answer = await fetch(new URL('/api/capture', page.url()), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ url: address('untold'), title: titled('Untold') }),
  })
  expect(answer.status).toBe(201)
}

/** Thursday on the train: one card after the other. */
async function triage(page: Page, browser: Browser, issueId: string): Promise<void> {
  const phone = await browser.newContext({
    viewport: { width: 375, height: 720 },
    hasTouch: true,
    isMobile: true,
    storageState: await page.context().storageState(),
    baseURL: new URL(page.url()).origin,
  })
  const train = await phone.newPage()
  await train.goto(inbox(issueId))
  const heading = train.getByRole('article').getByRole('heading')
  const button = (name: string) => train.getByRole('button', { name, exact: true })
  await expect(heading).toHaveText(titled('Untold'))
  await train.getByLabel('Keep it in').selectOption({ label: 'Links' })
  await button('Keep').tap()
  await expect(heading).toHaveText(titled('Queues'))
  await train.getByRole('textbox', { name: 'Note', exact: true }).fill('Look at the graphs.')
  await train.getByLabel('Keep it in').selectOption({ label: 'Links' })
  await train.getByRole('textbox', { name: 'Note', exact: true }).blur()
  await button('Keep').tap()
  await expect(heading).toHaveText(titled('Failover'))
  await button('Discard').tap()
  await expect(heading).toHaveText(titled('Advertisement'))
  // The thumb was too fast.
  const undone = train.waitForResponse((response) => response.url().endsWith('/api/captures/undo'))
  await button('Undo').tap()
  await expect(heading).toHaveText(titled('Failover'))
  await undone
  const kept = () => db().item.count({ where: { headline: { contains: tag }, removedAt: null } })
  await expect.poll(kept).toBe(2)
  await phone.close()
}

/** Friday at the desk: the rest is placed, put off or discarded, by keys alone. */
async function place(page: Page, issueId: string): Promise<void> {
  await openIssue(page, issueId)
  await page
    .getByRole('main')
    .getByRole('button', { name: `Edit ${titled('Queues')}`, exact: true })
    .focus()
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await page.keyboard.press('/')
  await page.keyboard.type(tag)
  await expect(titles(page)).toHaveText(['Failover', 'Advertisement', 'Evergreen'].map(titled))
  await page.keyboard.press('Escape')
  await page.keyboard.press('h')
  await expect.poll(() => headlines(page)).toEqual(['Untold', 'Queues', 'Failover'].map(titled))
  await page.keyboard.press('e')
  await expect(titles(page)).toHaveText([titled('Evergreen')])
  await page.keyboard.press('l')
  await page
    .getByRole('group', { name: 'Put it off until' })
    .getByRole('button', { name: /^In a month/ })
    .click()
  await expect(titles(page)).toHaveCount(0)
  await expectSaved(page)
}

/** It writes, arranges, and mends what the findings say. */
async function write(page: Page): Promise<void> {
  const item = (name: string) =>
    page.getByRole('main').getByRole('button', { name: `Edit ${titled(name)}`, exact: true })
  await item('Failover').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => headlines(page)).toEqual(['Failover', 'Untold', 'Queues'].map(titled))
  await page.keyboard.press('g')
  await page.keyboard.press('f')
  await page.getByRole('button', { name: new RegExp(`${titled('Untold')}.* has no blurb`) }).click()
  await expect(page.getByLabel('Blurb', { exact: true })).toBeFocused()
  await page.keyboard.type('Nobody told of this one before.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /has no blurb/ })).toHaveCount(0)
  // A week without outages.
  const outages = 'Looking back at outages'
  await page.getByRole('button', { name: new RegExp(`^“${outages}” is empty`) }).focus()
  await page.keyboard.press('m')
  await expect(page.getByText(`Removed ${outages}.`)).toBeVisible()
  await expect(section(page, outages)).toHaveCount(0)
  await expectSaved(page)
}

/** Saturday it is scheduled; Sunday its time comes, and the server sends it out with nobody looking. */
async function send(page: Page, issueId: string): Promise<void> {
  const sentence = page.locator('.ed-sentence')
  await page.getByRole('button', { name: 'Schedule…' }).click()
  await page.getByLabel(/^Date and time in/).fill('2031-03-02T20:00')
  await page.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect(sentence).toContainText('goes out')
  await page.goto('/admin/issues')
  const scheduledAt = new Date(Date.now() - 1_000)
  await db().issue.update({ where: { id: issueId }, data: { scheduledAt } })
  // What the clock does each minute; the server's own workers carry it out.
  await enqueue(null, 'sweep-schedules', {})
  const stateOf = async () => (await db().issue.findUniqueOrThrow({ where: { id: issueId } })).state
  await expect.poll(stateOf, { timeout: 20_000 }).toBe('PUBLISHED')
}

/** And Monday somebody writes about a typo. */
async function correct(page: Page): Promise<void> {
  const sentence = page.locator('.ed-sentence')
  await expect(sentence).toContainText('published, as it stands here')
  await page
    .getByRole('main')
    .getByRole('button', { name: `Edit ${titled('Queues')}`, exact: true })
    .press('Enter')
  const headline = page.getByLabel('Headline', { exact: true })
  await headline.fill(titled('Queues, mended'))
  await headline.press('Escape')
  await expect(sentence).toContainText('1 unpublished change')
  await page.getByRole('button', { name: 'Publish correction' }).click()
  await page.getByRole('button', { name: 'Publish it' }).click()
  await expect(sentence).toContainText('published, as it stands here')
}

test('a week: capture, triage on a phone, place, write, arrange, mend, schedule, go out by itself, correct', async ({
  page,
  browser,
  signIn,
}) => {
  // Seven days of one curator: a machine that does other things beside it gets twice the usual time.
  test.setTimeout(120_000)
  await signIn(ada)
  const { id, slug } = await makeDraft([])
  await capture(page, id)
  await triage(page, browser, id)
  await place(page, id)
  await write(page)
  await send(page, id)
  await page.goto(`/issues/${slug}`)
  await expect(page.getByRole('article').getByRole('heading')).toHaveText(
    ['Failover', 'Untold', 'Queues'].map(titled),
  )
  await openIssue(page, id)
  await correct(page)
  await page.goto(`/issues/${slug}`)
  await expect(page.getByRole('heading', { name: titled('Queues, mended') })).toBeVisible()
  await expect(page.getByText('It never knew about us.')).toBeVisible()

  expect(await db().edition.count({ where: { issueId: id } })).toBe(2)
  const captures = await db().capture.findMany({
    where: { url: { contains: tag } },
    orderBy: { title: 'asc' },
    select: { title: true, state: true, itemId: true },
  })
  expect(captures.map(({ title, state }) => `${title.split(' ')[0]} ${state}`)).toEqual([
    'Advertisement DISCARDED',
    'Evergreen LATER',
    'Failover PLACED',
    'Queues PLACED',
    'Untold PLACED',
  ])
  const queues = captures.find(({ title }) => title === titled('Queues'))
  expect(await storedItem(queues?.itemId ?? '')).toMatchObject({
    blurb: 'Look at the graphs.',
    credit: 'Kim',
  })
})
