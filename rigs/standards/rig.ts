import { openBrowser } from '@/rigs/open-browser'
import type { Rig } from '@/rigs/rig'
import { type Served, serveBuilt } from '@/rigs/serve'
import { weigh } from '@/rigs/weigh'
import { findPages, type Page } from './find-pages'
import { lookThrough, type Sight, sights } from './look'
import { type Checked, findErrors, hasJava } from './nu-checker'
import { plantPages, WEIGHED } from './plant'

const MOST_HTML = 12_000
const MOST_BYTES = 25_000
const MOST_REQUESTS = 3

const sheetsIn = ({ html }: Page) =>
  [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((match) => match[1] ?? '')

/** The pages and every style sheet that one of them links. */
async function filesOf({ origin }: Served, pages: Page[]): Promise<Checked[]> {
  const sheets = [...new Set(pages.flatMap(sheetsIn))]
  const css = sheets.map(async (path): Promise<Checked> => {
    const text = await (await fetch(`${origin}${path}`)).text()
    return { name: path, text, kind: 'css' }
  })
  const html = pages.map(({ path, html }): Checked => ({ name: path, text: html, kind: 'html' }))
  return [...html, ...(await Promise.all(css))]
}

/** What the journeys don't look at: every page, where there is the least room, in the dark. */
const isShort = ({ colorScheme, width }: Sight) => colorScheme === 'dark' && width < 500

async function check(served: Served, full: boolean) {
  const { pages, missed } = await findPages(served.origin, full ? 4 : 1)
  const breaches = missed.map((path) => `nothing that was planted leads to a page of ${path}`)
  const java = await hasJava()
  if (java) breaches.push(...(await findErrors(await filesOf(served, pages))))
  const browser = await openBrowser()
  try {
    const addresses = pages.map(({ path }) => `${served.origin}${path}`)
    const looked = full ? sights : sights.filter(isShort)
    for (const sight of looked) breaches.push(...(await lookThrough(browser, addresses, sight)))
    // Once more after the pages were read, since the first reader of a page may come before it is packed.
    const { requests, bytes, html } = await weigh(browser, `${served.origin}${WEIGHED}`)
    if (requests > MOST_REQUESTS) breaches.push(`${WEIGHED} takes ${requests} requests`)
    if (html > MOST_HTML) breaches.push(`${WEIGHED} is ${html} bytes of HTML`)
    if (bytes > MOST_BYTES) breaches.push(`${WEIGHED} is ${bytes} bytes in all`)
    const nu = java ? 'Nu HTML Checker' : 'Nu HTML Checker skipped, since there is no Java'
    const figure = `${pages.length} pages; ${nu}; axe in ${looked.length} sights; 15 items: ${html} bytes of HTML, ${bytes} in all, ${requests} requests`
    return { rounds: pages.length, breaches, figure }
  } finally {
    await browser.close()
  }
}

export const standards: Rig = {
  name: 'standards of readers’ pages',
  bar: `every page, by the route table: no error in HTML or CSS, nothing that axe finds, no overflow at 320 px with spaced text; an issue of 15 items under ${MOST_HTML} bytes of HTML, ${MOST_BYTES} and ${MOST_REQUESTS} requests in all`,
  run: async ({ full }) => {
    await plantPages()
    const served = await serveBuilt()
    try {
      return await check(served, full)
    } finally {
      await served.stop()
    }
  },
}
