/**
 * `npm start` and, with `--dev`, `npm run dev`: installs and builds what is stale, then runs the server in this very
 * process, so that a signal that npm passes on reaches it. Plain JavaScript on Node's own modules, since it runs
 * before anything is installed.
 */
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, writeTsconfig } from './steps/build.mjs'
import { ensureInstalled } from './steps/install.mjs'
import { shareOneContext } from './steps/one-context.mjs'
import { describeError, StepError } from './steps/run-step.mjs'

const dev = process.argv.includes('--dev')

/** Said before a minute of installing rather than after it. The server itself finds out again. */
function refuseBusyPort() {
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', (error) => (error.code === 'EADDRINUSE' ? fail(busy(port)) : done()))
    probe.listen(port, () => probe.close(done))
  })
}
const busy = (port) => new StepError(`Port ${port} is in use. Stop what uses it, or set PORT to another.`)

let turn = Promise.resolve()
/** While developing, a reader's page is made by the code as it is when it is asked for. */
async function makeAsWritten(making, asked) {
  const built = turn.then(() => ensureBuilt('code'))
  turn = built.catch(() => undefined)
  const { make } = await import(pathToFileURL(resolve(await built, 'makers.mjs')).href)
  return make(making, asked)
}

try {
  process.env.NODE_ENV = dev ? 'development' : 'production'
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  await refuseBusyPort()
  await ensureInstalled()
  const code = await ensureBuilt('code')
  if (dev) {
    writeTsconfig()
    process.env.GLEANER_BUILD_DIR = '.build/dev'
  } else {
    process.env.GLEANER_BUILD_DIR = join(await ensureBuilt('web'), 'next')
  }
  shareOneContext()
  const { serve } = await import(pathToFileURL(resolve(code, 'server.mjs')).href)
  await serve(dev ? { dev, make: makeAsWritten } : { dev })
} catch (error) {
  process.stderr.write(`${describeError(error)}\n`)
  process.exit(1)
}
