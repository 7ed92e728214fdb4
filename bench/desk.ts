import { randomUUID } from 'node:crypto'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { systemActor } from '@/lib/accounts/schema'
import { openDrafts } from '@/lib/captures/queries'
import { addItem } from '@/lib/issues/commands/add-item'
import { openBrowser } from '@/rigs/open-browser'
import { type Served, serveBuilt } from '@/rigs/serve'
import { withBenchServer } from './bench-database'
import { measureFloor, measureLeastAnswer } from './desk-floor'
import { type Interaction, measureInteractions } from './desk-interactions'
import { openHttp } from './http'
import { type Spread, spreadOf, timed } from './measure'
import { type Frames, scrollInbox } from './scroll-inbox'
import { seedArchive } from './seed'
import { seedCaptures } from './seed-captures'
import { writeItem } from './words'

export const CAPTURES = 5_000
export const ITEMS = 100
/** How much slower than this machine the browser's processor is made. */
export const SLOWDOWN = 4
const OPENINGS = 100
const SAVES = 80

/**
 * What a curator waits for at the desk. `opens`: the inbox's page over HTTP; `saves`: from the browser's sending until it
 * says so. `leastAnswer` and `floor` are what the browser takes of that by itself, in the same run.
 */
export type DeskBench = {
  opens: Spread
  saves: Spread
  leastAnswer: Spread
  interactions: Interaction[]
  floor: Interaction
  scrolls: Frames
}

async function longIssue(): Promise<string> {
  const actor = systemActor('bench')
  const draft = (await openDrafts(actor))[0]
  const sectionId = draft?.sections[0]?.id
  if (!draft || !sectionId) throw new Error('There is no draft to write in')
  for (let at = 0; at < ITEMS; at += 1) {
    const fields = { ...writeItem(50_000 + at), kind: 'link' as const, headline: `Item ${at + 1}` }
    await addItem(actor, { commandId: randomUUID(), id: randomUUID(), sectionId, fields, place: {} })
  }
  return draft.id
}

async function measureOpening(served: Served, cookie: string): Promise<Spread> {
  const client = openHttp(served.origin, cookie)
  const times: number[] = []
  for (let run = 0; run < OPENINGS + 10; run += 1) {
    const { result, ms } = await timed(() => client.get('/admin/inbox'))
    if (result.status !== 200) throw new Error(`The inbox was answered ${result.status}`)
    if (run >= 10) times.push(ms)
  }
  client.close()
  return spreadOf(times)
}

export async function openPage(browser: Browser, served: Served, cookie: string): Promise<Page> {
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addCookies([{ name, value, url: served.origin, httpOnly: true }])
  return context.newPage()
}

/** Types a letter, lets it be sent at once, and waits until the header says that it is saved. */
async function measureSaves(page: Page, address: string): Promise<Spread> {
  await page.goto(address)
  await page.locator('.ed-desk:not([inert])').waitFor()
  await page.getByRole('main').getByRole('button', { name: 'Edit Item 50', exact: true }).press('Enter')
  const blurb = page.getByLabel('Blurb', { exact: true })
  const times: number[] = []
  for (let run = 0; run < SAVES + 5; run += 1) {
    await blurb.press('a')
    const ms = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const state = document.querySelector('.ed-state')
          const from = performance.now()
          const look = new MutationObserver(() => {
            if (state?.textContent !== 'Saved') return
            look.disconnect()
            requestAnimationFrame(() => done(performance.now() - from))
          })
          if (state) look.observe(state, { childList: true, characterData: true, subtree: true })
          // As leaving the page does: what waits for a pause in typing goes out now.
          const keys = { key: 's', ctrlKey: true, bubbles: true }
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', keys))
        }),
    )
    if (run >= 5) times.push(ms)
  }
  return spreadOf(times)
}

export const slowDown = (devtools: CDPSession, rate: number) =>
  devtools.send('Emulation.setCPUThrottlingRate', { rate })

async function measureServed(served: Served): Promise<DeskBench> {
  const cookie = await served.editorCookie()
  const issueId = await longIssue()
  const opens = await measureOpening(served, cookie)
  const browser = await openBrowser()
  try {
    const page = await openPage(browser, served, cookie)
    const saves = await measureSaves(page, `${served.origin}/admin/issues/${issueId}`)
    const leastAnswer = await measureLeastAnswer(page)
    const devtools = await page.context().newCDPSession(page)
    await slowDown(devtools, SLOWDOWN)
    const interactions = await measureInteractions(page, `${served.origin}/admin/issues/${issueId}`)
    const floor = await measureFloor(page, `${served.origin}/admin/issues/${issueId}`)
    await slowDown(devtools, 1)
    const scrolls = await scrollInbox(page, devtools, `${served.origin}/admin/inbox`)
    return { opens, saves, leastAnswer, interactions, floor, scrolls }
  } finally {
    await browser.close()
  }
}

/** Measures the desk with 5,000 captures and an issue of 100 items, in a browser on the built server. */
export async function runDeskBench(): Promise<DeskBench> {
  return withBenchServer((inDatabase) =>
    inDatabase('gleaner_bench_desk', async () => {
      await seedArchive(60, 3)
      await seedCaptures(CAPTURES)
      const served = await serveBuilt()
      return await measureServed(served).finally(() => served.stop())
    }),
  )
}
