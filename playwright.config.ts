import { defineConfig, devices } from '@playwright/test'
import { e2ePort } from './e2e/support/e2e-port'
import { chromiumPath } from './rigs/open-browser'
import { forgetInstallation } from './scripts/steps/own-variables.mjs'

// Here and in what is started from here: the server that is visited, and the workers, which work on its database.
forgetInstallation(['LOG_LEVEL'])

/** What scripts/test.mjs found, where it was asked. */
const executablePath = process.env.CHROMIUM_PATH || chromiumPath()
const isRoot = process.getuid?.() === 0
const baseURL = `http://localhost:${e2ePort()}`

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.E2E_REPORT ? [['list'], ['json', { outputFile: process.env.E2E_REPORT }]] : 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // A trace of every journey, thrown away where it passes, took a fifth of the processor's time.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      // Chromium's own sandbox doesn't work for root.
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
  webServer: {
    command: 'exec node scripts/serve-journeys.mjs',
    url: `${baseURL}/api/ready`,
    env: { PORT: String(e2ePort()) },
    timeout: 300_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
})
