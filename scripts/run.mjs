/** `npm run import` and its like: builds what is stale, then runs one bundled command (scripts/commands/NAME.ts). */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './steps/build.mjs'
import { ensureInstalled } from './steps/install.mjs'
import { forgetInstallation } from './steps/own-variables.mjs'
import { describeError, StepError } from './steps/run-step.mjs'

const [name, ...args] = process.argv.slice(2)

/** These make and measure installations of their own. */
const onTheirOwn = ['rigs', 'bench']

try {
  if (onTheirOwn.includes(name)) forgetInstallation(['LOG_LEVEL'])
  process.env.NODE_ENV = 'production'
  process.env.LOG_LEVEL ??= 'warn'
  await ensureInstalled()
  const bundle = resolve(await ensureBuilt('code'), `${name}.mjs`)
  if (!existsSync(bundle)) throw new StepError(`There is no command ${name}.`)
  const { run } = await import(pathToFileURL(bundle).href)
  process.exitCode = await run(args)
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`)
  process.exitCode = 1
}
