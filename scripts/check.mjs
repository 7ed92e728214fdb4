/** `npm run check`: format, lint with the import law, types, migration drift. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, ensureClient } from './steps/build.mjs'
import { ensureInstalled } from './steps/install.mjs'
import { describeError, runStep } from './steps/run-step.mjs'

const bin = (name) => `node_modules/.bin/${name}`

const checks = [
  () =>
    runStep('Checking format, lint and import law', bin('biome'), [
      'ci',
      '--error-on-warnings',
      '--colors=off',
    ]),
  () => runStep('Checking types', bin('tsc'), ['--noEmit']),
  async () => {
    const code = await ensureBuilt('code')
    const { run } = await import(pathToFileURL(resolve(code, 'drift.mjs')).href)
    process.stderr.write('Checking that the migrations make the schema …\n')
    await run()
  },
]

/** @returns {Promise<{ passed: number, failed: number, said: string[] }>} `said`: of each that failed, why */
export async function runChecks() {
  process.env.NODE_ENV ??= 'production'
  process.env.GLEANER_BUILD_ROOT ??= '.build/test'
  await ensureInstalled()
  await ensureClient()
  const said = []
  for (const check of checks)
    await check().catch((error) => {
      said.push(describeError(error))
      process.stderr.write(`${said.at(-1)}\n`)
    })
  return { passed: checks.length - said.length, failed: said.length, said }
}

if (import.meta.filename === process.argv[1]) {
  const { failed } = await runChecks()
  process.stderr.write(failed ? `${failed} of ${checks.length} checks failed.\n` : 'All checks passed.\n')
  process.exitCode = failed ? 1 : 0
}
