import { existsSync } from 'node:fs'
import { runStep } from './run-step.mjs'

/** The one without windows first: of the other each new page starts what its windows would show. */
const SYSTEM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
const fromSystem = () => SYSTEM.find((path) => existsSync(path))

/**
 * Finds a Chromium for the journeys, installing one if there is none: Playwright's own, else the system's, else
 * Playwright's by download, else, as root on Debian, the distribution's.
 * @returns {Promise<string>} its path
 * @throws Error when none is to be had
 */
export async function findBrowser() {
  const { chromium } = await import('@playwright/test')
  const own = chromium.executablePath()
  if (existsSync(own)) return own
  const system = fromSystem()
  if (system) return system
  const cli = 'node_modules/playwright/cli.js'
  await runStep('Installing Chromium', process.execPath, [cli, 'install', 'chromium']).catch(() => undefined)
  if (existsSync(own)) return own
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
    await runStep('Updating package lists', 'apt-get', ['update'], quiet)
    const args = ['install', '--yes', '--no-install-recommends', 'chromium-headless-shell']
    await runStep('Installing Chromium', 'apt-get', args, quiet)
  }
  const installed = fromSystem()
  if (installed) return installed
  throw new Error(
    'The journeys need Chromium: install it at /usr/bin/chromium, or run npx playwright install chromium.',
  )
}
