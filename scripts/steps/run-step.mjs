import { spawn } from 'node:child_process'

const TICK_MS = 10_000
const KEPT_OUTPUT = 20_000

/** A step that failed; the message is what to print. */
export class StepError extends Error {
  name = 'StepError'
}

/** Errors whose message says all; any other is printed with its stack. */
const plain = ['StepError', 'StartError', 'EnvError', 'AppError']

/** What to print of an error that ends a command. */
export function describeError(error) {
  return plain.includes(error?.name) ? error.message : (error?.stack ?? String(error))
}

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP']

/** npm tells only us when it is ended, so a child is ended by us. @returns a function that stops listening */
function endWithUs(child) {
  const end = () => {
    child.kill('SIGTERM')
    process.exit(1)
  }
  for (const signal of SIGNALS) process.once(signal, end)
  return () => {
    for (const signal of SIGNALS) process.off(signal, end)
  }
}

const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`

/**
 * Runs a program and says on standard error what is going on, so that standard output stays a command's own. Its
 * output is shown only if it fails.
 * @param {string} what in the present continuous, e.g. `Installing packages`
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env] added to ours
 */
export async function runStep(what, program, args, env = {}) {
  const started = Date.now()
  process.stderr.write(`${what} …\n`)
  const ticker = setInterval(() => process.stderr.write(`  ${what}, ${seconds(started)}\n`), TICK_MS)
  let output = ''
  const keep = (chunk) => {
    output = (output + chunk).slice(-KEPT_OUTPUT)
  }
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const forget = endWithUs(child)
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const code = await new Promise((done) => {
    child.on('error', (error) => {
      output += error.message
      done(1)
    })
    child.on('close', done)
  })
  forget()
  clearInterval(ticker)
  if (code !== 0) throw new StepError(`${output.trimEnd()}\n${what} failed.`)
  process.stderr.write(`  done in ${seconds(started)}\n`)
}
