import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childEnvironment } from '@/lib/env/env'
import type { Rig } from './rig'

type Report = {
  testResults: {
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/** Runs the suite of `npm test` that tries every address against everybody; it has one length only. */
async function runMatrix(folder: string): Promise<Report> {
  const report = join(folder, 'report.json')
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.process.config.ts']
  const args = [...vitest, 'tests/process/authorization.test.ts', '--reporter=json', `--outputFile=${report}`]
  // It exits with 1 when a test fails; the report says which.
  await new Promise((done) =>
    execFile(process.execPath, args, { env: childEnvironment({ NODE_ENV: 'test' }) }, done),
  )
  return JSON.parse(await readFile(report, 'utf8'))
}

export const authorizationMatrix: Rig = {
  name: 'authorization matrix',
  bar: 'every address and method of the build, asked by everybody, with foreign ids and origins: 0 gaps',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gleaner-matrix-'))
    try {
      const { testResults } = await runMatrix(folder)
      const tests = testResults.flatMap((result) => result.assertionResults)
      const failed = tests.filter((test) => test.status !== 'passed')
      const breaches = failed.map(
        (test) => `${test.fullName}: ${test.failureMessages[0]?.split('\n')[0] ?? ''}`,
      )
      if (tests.length < 100)
        breaches.push(`only ${tests.length} were tried: ${testResults[0]?.message ?? ''}`)
      return { rounds: tests.length, breaches, figure: `${tests.length} checks, ${failed.length} gaps` }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}
