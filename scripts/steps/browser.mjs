import { existsSync } from 'node:fs'
import { runStep } from './run-step.mjs'

/** The one without windows first: of the other each new page starts what its windows would show. */
const SYSTEM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

/** The Chromium that is there, Playwright's own (whose path is given) before the system's. */
export const presentBrowser = (own) => [own, ...SYSTEM].find((path) => existsSync(path))

/**
 * Finds a Chromium for the journeys, installing one if there is none: Playwright's own, else the system's, else
 * Playwright's by download, else, as root on Debian, the distribution's.
 * @returns {Promise<string>} its path
 * @throws Error when none is to be had
 */
export async function findBrowser() {
  const { chromium } = await import('@playwright/test')
  const own = chromium.executablePath()
  const present = presentBrowser(own)
  if (present) return present
  const cli = 'node_modules/playwright/cli.js'
  await runStep('Installing Chromium', process.execPath, [cli, 'install', 'chromium']).catch(() => undefined)
  if (existsSync(own)) return own
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
    await runStep('Updating package lists', 'apt-get', ['update'], quiet)
    const args = ['install', '--yes', '--no-install-recommends', 'chromium-headless-shell']
    await runStep('Installing Chromium', 'apt-get', args, quiet)
  }
  const installed = presentBrowser(own)
  if (installed) return installed
  throw new Error(
    'The journeys need Chromium: install it at /usr/bin/chromium, or run npx playwright install chromium.',
  )
}
