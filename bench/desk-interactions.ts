import type { ElementHandle, Page } from '@playwright/test'
import { type Spread, spreadOf } from './measure'

/** From a key to the next frame that is painted after it, by the browser's Event Timing. */
export type Interaction = { name: string; spread: Spread }

/** The shortest event that Event Timing tells of; what is shorter counts as this, in ms. */
const LEAST = 16

type Watched = Window & { benchEvents: { id: number; duration: number }[] }

export async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const events: Watched['benchEvents'] = []
    Object.assign(window, { benchEvents: events })
    const options = { type: 'event', durationThreshold: 16 } as PerformanceObserverInit
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[])
        if (entry.interactionId > 0) events.push({ id: entry.interactionId, duration: entry.duration })
    }).observe(options)
  })
}

/** The longest event of each interaction since the last time. @param count how many there were */
export async function interactionsOf(page: Page, count: number): Promise<number[]> {
  // Two frames later all of them are told.
  const events = await page.evaluate(
    () =>
      new Promise<Watched['benchEvents']>((done) =>
        setTimeout(() => done((window as unknown as Watched).benchEvents.splice(0)), 300),
      ),
  )
  const longest = new Map<number, number>()
  for (const { id, duration } of events) longest.set(id, Math.max(duration, longest.get(id) ?? 0))
  const seen = [...longest.values()]
  return [...seen, ...Array<number>(Math.max(0, count - seen.length)).fill(LEAST)]
}

/** An element found beforehand: looking for one by its role goes through the whole page, on the processor that is measured. */
type Found = ElementHandle<SVGElement | HTMLElement>

const focus = (found: Found | undefined) => found?.evaluate((element) => element.focus())

/** The buttons that open the items, in the order of the sheet. */
const rowsOf = (page: Page): Promise<Found[]> => page.$$('main [data-row]')

async function typing(page: Page): Promise<number[]> {
  for (let at = 0; at < 60; at += 1) await page.keyboard.type('a', { delay: 50 })
  return interactionsOf(page, 60)
}

async function moving(page: Page): Promise<number[]> {
  await focus((await rowsOf(page))[60])
  for (let at = 0; at < 20; at += 1) await page.keyboard.press(at % 4 < 2 ? 'Alt+ArrowUp' : 'Alt+ArrowDown')
  return interactionsOf(page, 20)
}

async function opening(page: Page): Promise<number[]> {
  const rows = await rowsOf(page)
  for (let at = 0; at < 10; at += 1) {
    await focus(rows[at * 7 + 5])
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
  }
  return interactionsOf(page, 20)
}

const panes: [string, string][] = [
  ['f', 'findings'],
  ['p', 'preview'],
  ['i', 'inbox'],
  ['s', 'sponsors'],
]

/** Of the two keys that lead to a pane the second: the first changes nothing. */
async function switching(page: Page): Promise<number[]> {
  const row = (await rowsOf(page))[30]
  const times: number[] = []
  for (const [key, pane] of [...panes, ...panes, ...panes]) {
    await focus(row)
    await page.keyboard.press('g')
    await interactionsOf(page, 0)
    await page.keyboard.press(key)
    await page.locator(`#ed-tab-${pane}[aria-selected="true"]`).waitFor()
    times.push(...(await interactionsOf(page, 1)))
  }
  return times
}

async function choosing(page: Page): Promise<number[]> {
  await page.locator('#ed-tab-preview').press('Enter')
  const pane = page.getByRole('tabpanel')
  const drawn = pane.locator('.ed-preview[aria-busy="false"]')
  const find = (name: string) => pane.getByRole('button', { name, exact: true }).elementHandle()
  const buttons = await Promise.all(['Email', 'Text', 'Page'].map(find))
  await interactionsOf(page, 0)
  for (const button of [...buttons, ...buttons]) {
    await button?.focus()
    await page.keyboard.press('Enter')
    await drawn.waitFor()
  }
  return interactionsOf(page, 6)
}

/** Types, moves, opens, switches and chooses in an issue with a hundred items. */
export async function measureInteractions(page: Page, address: string): Promise<Interaction[]> {
  await page.goto(address)
  await page.locator('.ed-desk:not([inert])').waitFor()
  await watch(page)
  const measure = async (name: string, work: (page: Page) => Promise<number[]>): Promise<Interaction> => {
    await interactionsOf(page, 0)
    return { name, spread: spreadOf(await work(page)) }
  }
  await focus((await rowsOf(page))[49])
  await page.keyboard.press('Enter')
  await page.getByLabel('Blurb', { exact: true }).focus()
  const typed = await measure('typing in a blurb', typing)
  await page.keyboard.press('Escape')
  return [
    typed,
    await measure('moving an item', moving),
    await measure('opening an item and leaving it', opening),
    await measure('switching the pane', switching),
    await measure('choosing page, email or text', choosing),
  ]
}
