/**
 * `npm test`: checks, unit and integration tests, process tests, journeys; one line at the end for all of it. Its
 * data folders, database, ports and build folder are its own.
 */
import { mkdirSync } from 'node:fs'
import { runChecks } from './check.mjs'
import { findBrowser } from './steps/browser.mjs'
import { ensureBuilt } from './steps/build.mjs'
import { ensureInstalled } from './steps/install.mjs'
import { forgetInstallation } from './steps/own-variables.mjs'
import { describeError } from './steps/run-step.mjs'
import { readPlaywrightReport, readVitestReport, runSuite } from './steps/run-suite.mjs'

const REPORTS = 'test-results'
const vitest = 'node_modules/vitest/vitest.mjs'
const playwright = 'node_modules/@playwright/test/cli.js'

function vitestSuite(what, config, report) {
  const args = [
    vitest,
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
  ]
  return runSuite(what, { args, env: { NODE_ENV: 'test' }, report, read: readVitestReport })
}

const suites = [
  async () => {
    process.stdout.write('\n== Checks\n')
    return { skipped: 0, ...(await runChecks()) }
  },
  () => vitestSuite('Units and integration', 'vitest.config.ts', `${REPORTS}/vitest.json`),
  async () => {
    await ensureBuilt('code')
    await ensureBuilt('web')
    return vitestSuite('Processes', 'vitest.process.config.ts', `${REPORTS}/process.json`)
  },
  async () => {
    const report = `${REPORTS}/journeys.json`
    const env = { CHROMIUM_PATH: await findBrowser(), E2E_REPORT: report }
    const args = [playwright, 'test', '--output', `${REPORTS}/journeys`]
    return runSuite('Journeys', { args, env, report, read: readPlaywrightReport })
  },
]

const total = { passed: 0, failed: 0, skipped: 0 }
const said = []
forgetInstallation()
process.env.GLEANER_BUILD_ROOT = '.build/test'
process.env.NEXT_TELEMETRY_DISABLED = '1'
try {
  await ensureInstalled()
  mkdirSync(REPORTS, { recursive: true })
  for (const suite of suites) {
    const counts = await suite().catch((error) => {
      process.stderr.write(`${describeError(error)}\n`)
      return { passed: 0, failed: 1, skipped: 0, said: [describeError(error)] }
    })
    for (const name of Object.keys(total)) total[name] += counts[name]
    said.push(...counts.said)
  }
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`)
  total.failed += 1
}
for (const failure of said) process.stdout.write(`\nFailed: ${failure}\n`)
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
