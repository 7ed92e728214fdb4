import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'

const SYSTEM_CHROMIUM = '/usr/bin/chromium'

/** Where Chromium is: Playwright's own, else the system's. */
export function chromiumPath(): string {
  const own = chromium.executablePath()
  return existsSync(own) ? own : SYSTEM_CHROMIUM
}

/** What Chromium needs to start: its own sandbox doesn't work for root. */
export const chromiumFlags = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ args: chromiumFlags(), executablePath: chromiumPath() })
}
