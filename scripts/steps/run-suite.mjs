import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'

/** How many tests passed, failed and were skipped, and what is to be said of those that failed. */
const nothing = { passed: 0, failed: 0, skipped: 0, said: [] }

const MESSAGE_LINES = 12
const colors = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

/** A failure as the end of the run names it again: thousands of lines may lie between it and that. */
function saying(where, message) {
  const lines = message.replaceAll(colors, '').trim().split('\n').slice(0, MESSAGE_LINES)
  return [where, ...lines.map((line) => `    ${line}`)].join('\n')
}

/** Vitest's JSON report. A file that could not be loaded counts as a failure of its own. */
export function readVitestReport({
  numPassedTests,
  numFailedTests,
  numPendingTests,
  numTodoTests,
  testResults,
}) {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  )
  const ofFile = ({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => saying(`${relative('.', name)} › ${test.fullName}`, test.failureMessages.join('\n')))
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + numTodoTests,
    said: [
      ...testResults.flatMap(ofFile),
      ...broken.map(({ name, message }) => saying(relative('.', name), message)),
    ],
  }
}

/**
 * Playwright's JSON report. A journey that passed only when tried again is named as flaky by the list before it: journeys
 * share one server and one machine, and what another one published or took of the processor is no fault of the program's.
 */
export function readPlaywrightReport({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    // Playwright's own list ends with them, and the journeys are what runs last.
    said: [],
  }
}

function runShown(args, env) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', () => done(1))
    child.on('close', (code) => done(code ?? 1))
  })
}

/**
 * Runs a test runner, its output shown, and counts from its report. A runner that fails without a report, or fails
 * while its report has no failure, counts as one failure.
 * @param {string} what
 * @param {{ args: string[], env?: Record<string, string>, report: string, read: (report: object) => object }} suite
 */
export async function runSuite(what, { args, env = {}, report, read }) {
  process.stdout.write(`\n== ${what}\n`)
  rmSync(report, { force: true })
  const code = await runShown(args, env)
  const counts = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : nothing
  return code !== 0 && counts.failed === 0
    ? { ...counts, failed: 1, said: [`${what}: the runner ended with ${code}.`] }
    : counts
}
