import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'

/** The one without windows first: of the other each new page starts what its windows would show. */
const SYSTEM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

/** Where Chromium is: Playwright's own, else the system's. */
export function chromiumPath(): string {
  const all = [chromium.executablePath(), ...SYSTEM]
  return all.find((path) => existsSync(path)) ?? chromium.executablePath()
}

/** What Chromium needs to start: its own sandbox doesn't work for root. */
export const chromiumFlags = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ args: chromiumFlags(), executablePath: chromiumPath() })
}
