import type { CDPSession, Page } from '@playwright/test'

/** Of a scroll through the inbox: frames that should have been drawn, those that were not, the longest gap in ms, and rows on the page at most. */
export type Frames = { wanted: number; dropped: number; longest: number; rows: number }

const FRAME_MS = 1000 / 60
const PIXELS = 30_000
/** Pixels a second: a wheel that is turned fast. */
const SPEED = 4_000

type Watched = Window & { benchFrames: number[]; benchRows: number }

/** Scrolls down a long way, as a wheel does, while pages are loaded below, and counts the frames that came late. */
export async function scrollInbox(page: Page, devtools: CDPSession, address: string): Promise<Frames> {
  await page.goto(address)
  await page.locator('[data-capture]').first().waitFor()
  await page.evaluate(() => {
    const watched = window as unknown as Watched
    watched.benchFrames = []
    watched.benchRows = 0
    const frame = (at: number) => {
      watched.benchFrames.push(at)
      watched.benchRows = Math.max(watched.benchRows, document.querySelectorAll('[data-capture]').length)
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  await devtools.send('Input.synthesizeScrollGesture', {
    x: 640,
    y: 600,
    yDistance: -PIXELS,
    speed: SPEED,
    gestureSourceType: 'mouse',
  })
  const { benchFrames, benchRows } = await page.evaluate(() => {
    const { benchFrames, benchRows } = window as unknown as Watched
    return { benchFrames, benchRows }
  })
  const gaps = benchFrames.slice(1).map((at, index) => at - (benchFrames[index] ?? at))
  const late = gaps.map((gap) => Math.max(0, Math.round(gap / FRAME_MS) - 1))
  const dropped = late.reduce((sum, count) => sum + count, 0)
  return {
    wanted: gaps.length + dropped,
    dropped,
    longest: Math.round(Math.max(...gaps)),
    rows: benchRows,
  }
}
