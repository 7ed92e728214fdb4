import { type Browser, chromium } from '@playwright/test'
import { presentBrowser } from '@/scripts/steps/browser.mjs'

/** Where Chromium is: Playwright's own, else the system's. */
export function chromiumPath(): string {
  const own = chromium.executablePath()
  return presentBrowser(own) ?? own
}

/** What Chromium needs to start: its own sandbox doesn't work for root. */
export const chromiumFlags = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ args: chromiumFlags(), executablePath: chromiumPath() })
}
