import { describe, expect, it } from 'vitest'
import { readPlaywrightReport, readVitestReport } from './run-suite.mjs'

const test = (status: string, fullName: string, failureMessages: string[] = []) => ({
  status,
  fullName,
  failureMessages,
})

describe('a report of Vitest', () => {
  const report = {
    numPassedTests: 1,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      {
        name: `${process.cwd()}/lib/tides.test.ts`,
        status: 'failed',
        message: '',
        assertionResults: [
          test('passed', 'counts waves'),
          test('failed', 'knows the ebb', [
            `\u001b[31mError:\u001b[39m 1 is not 2\n${'    at x\n'.repeat(40)}`,
          ]),
        ],
      },
      {
        name: `${process.cwd()}/lib/broken.test.ts`,
        status: 'failed',
        message: 'No such module',
        assertionResults: [],
      },
    ],
  }

  it('counts a file that could not be loaded as a failure', () => {
    expect(readVitestReport(report)).toMatchObject({ passed: 1, failed: 2, skipped: 2 })
  })

  it('names each failure with the beginning of what it said, without colors', () => {
    const { said } = readVitestReport(report)
    expect(said).toHaveLength(2)
    expect(said[0]?.split('\n').slice(0, 2)).toEqual([
      'lib/tides.test.ts › knows the ebb',
      '    Error: 1 is not 2',
    ])
    expect(said[0]?.split('\n')).toHaveLength(13)
    expect(said[1]).toBe('lib/broken.test.ts\n    No such module')
  })
})

describe('a report of Playwright', () => {
  it('counts what passed when tried again as passed, and an error outside of journeys as a failure', () => {
    const stats = { expected: 3, flaky: 1, unexpected: 1, skipped: 2 }
    expect(readPlaywrightReport({ stats, errors: [{}] })).toMatchObject({ passed: 4, failed: 2, skipped: 2 })
  })
})
