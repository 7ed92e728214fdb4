import type { Page } from '@playwright/test'
import { type Interaction, interactionsOf, watch } from './desk-interactions'
import { type Spread, spreadOf } from './measure'

const KEYS = 30
const REQUESTS = 80

/**
 * What the browser takes by itself on this machine: the desk as the server sent it, without any of its scripts, where a
 * key moves the focus from item to item and writes one word. Nothing that is drawn there can be faster.
 */
export async function measureFloor(page: Page, address: string): Promise<Interaction> {
  await page.route(/\.js(\?|$)/, (route) => route.abort())
  await page.goto(address)
  await page.evaluate(() => {
    document.querySelector('.ed-desk')?.removeAttribute('inert')
    const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')]
    const state = document.querySelector('.ed-state')
    let at = 0
    document.addEventListener('keydown', () => {
      at = (at + 1) % rows.length
      rows[at]?.focus({ preventScroll: true })
      if (state) state.textContent = `Row ${at}`
    })
  })
  await watch(page)
  for (let at = 0; at < KEYS; at += 1) await page.keyboard.press('n', { delay: 50 })
  const spread = spreadOf(await interactionsOf(page, KEYS))
  await page.unroute(/\.js(\?|$)/)
  return { name: 'the page without its scripts: a key moves the focus', spread }
}

/** From asking the server for the least it answers, in the browser, to the frame after that. */
export async function measureLeastAnswer(page: Page): Promise<Spread> {
  const times: number[] = []
  for (let run = 0; run < REQUESTS + 5; run += 1) {
    const ms = await page.evaluate(async () => {
      const from = performance.now()
      await fetch('/api/health', { cache: 'no-store' }).then((answer) => answer.text())
      return new Promise<number>((done) => requestAnimationFrame(() => done(performance.now() - from)))
    })
    if (run >= 5) times.push(ms)
  }
  return spreadOf(times)
}
