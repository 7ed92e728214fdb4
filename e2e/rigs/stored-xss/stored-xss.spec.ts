import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from '@/e2e/support/test'
import { db } from '@/lib/db/db'
import { makeHostileDocument } from '@/lib/testing/hostile-document'
import { hostileTexts } from '@/lib/testing/hostile-texts'
import { makePublishedIssue } from '@/lib/testing/published-issue'

/*
 * Stored XSS (TRUST.md): hostile texts in every place that a person can write in, published, and read in a real
 * Chromium with the page's own policy switched off and script allowed. Nothing may run. `RIG_FORM=long` takes all
 * texts, more than a thousand; `npm test` one in forty.
 */
const long = process.env.RIG_FORM === 'long'
const texts = hostileTexts(long ? 1 : 40)

test.use({ bypassCSP: true, javaScriptEnabled: true })
test.setTimeout(long ? 30 * 60_000 : 120_000)

/** Tells of everything that ran: the calls that hostile texts make, dialogs, and errors of script that failed. */
async function watch(page: Page, ran: string[]) {
  await page.exposeFunction('tellRig', (what: string) => void ran.push(what))
  await page.addInitScript(() => {
    const tell = (what: string) => () =>
      (globalThis as unknown as { tellRig: (w: string) => void }).tellRig(what)
    for (const name of ['alert', 'confirm', 'prompt', 'print']) {
      Object.defineProperty(globalThis, name, { value: tell(name) })
    }
  })
  page.on('dialog', (dialog) => {
    ran.push(`dialog ${dialog.message()}`)
    return dialog.dismiss()
  })
  page.on('pageerror', (error) => ran.push(`error ${error.message}`))
}

/** Gives every element what it may be waiting for, as far as a page can be used without leaving it. */
async function provoke(page: Page) {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('main *')) {
      for (const type of ['mouseover', 'mouseenter', 'focus', 'pointerdown', 'toggle', 'animationstart']) {
        element.dispatchEvent(new Event(type, { bubbles: true }))
      }
    }
    const links = document.querySelectorAll<HTMLAnchorElement>('a[href]')
    for (const link of links) if (!/^(https?|mailto):$/.test(link.protocol)) link.click()
  })
}

async function publish(text: string) {
  const slug = `rig-${randomUUID()}`
  // Long ago, and with its draft removed: other journeys share this database.
  const times = { date: '1970-01-01', publishedAt: '1970-01-01T00:00:00.000Z' }
  const document = makeHostileDocument(text, { slug, number: 1, ...times })
  const { id } = await makePublishedIssue(document, { removedAt: new Date() })
  return { id, path: `/issues/${slug}` }
}

test('hostile texts run nothing', async ({ page }) => {
  const ran: string[] = []
  const executed: { text: string; ran: string[] }[] = []
  await watch(page, ran)
  for (const text of texts) {
    const { id, path } = await publish(text)
    const response = await page.goto(path)
    expect({ text, status: response?.status() }).toEqual({ text, status: 200 })
    await provoke(page)
    // A round trip to the page, so that what it queued has been told.
    await page.evaluate(() => new Promise((done) => setTimeout(done)))
    await db().archivedIssue.update({ where: { issueId: id }, data: { withdrawnAt: new Date() } })
    if (ran.length > 0) executed.push({ text, ran: ran.splice(0) })
  }
  process.stdout.write(`stored XSS: ${texts.length} texts, ${executed.length} executions\n`)
  expect(executed).toEqual([])
})

test('the rig notices what runs', async ({ page }) => {
  const ran: string[] = []
  await watch(page, ran)
  await page.goto('/')
  await page.evaluate(() => {
    const main = document.querySelector('main') ?? document.body
    main.innerHTML = '<img src="data:," onerror="alert(1)"><p onmouseover="alert(2)">x</p>'
  })
  await provoke(page)
  await expect.poll(() => ran.filter((what) => what === 'alert').length).toBeGreaterThanOrEqual(2)
})
