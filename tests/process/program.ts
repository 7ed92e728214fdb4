import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { ownVariables } from '@/scripts/steps/own-variables.mjs'

/** One run of the program, started as an operator starts it. */
export type Program = {
  npm: ChildProcess
  output: () => string
  errors: () => string
  /** Waits for the line `ready …`. @returns seconds from the start */
  ready: () => Promise<number>
  /** Waits for the end. @returns the exit code */
  ended: () => Promise<number | null>
}

export type Launch = {
  env: Record<string, string>
  /** Where the clone is. */
  cwd?: string
  user?: { uid: number; gid: number }
  /** Names of variables that must not be set. */
  without?: string[]
}

const ofVitest = /^(VITEST.*|TEST)$/

function cleanEnvironment(without: string[]): NodeJS.ProcessEnv {
  const isLeftOut = (name: string) => ofVitest.test(name) || [...ownVariables, ...without].includes(name)
  const kept = Object.entries(process.env).filter(([name]) => !isLeftOut(name))
  return Object.fromEntries(kept) as NodeJS.ProcessEnv
}

/** Runs `npm --silent …` on the build that the suite made. */
export function launch(args: string[], { env, cwd = process.cwd(), user, without = [] }: Launch): Program {
  const started = performance.now()
  const npm = spawn('npm', ['--silent', ...args], {
    cwd,
    env: { ...cleanEnvironment(without), GLEANER_BUILD_ROOT: '.build/test', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  })
  let output = ''
  let errors = ''
  npm.stdout.on('data', (chunk) => {
    output += chunk
  })
  npm.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const closed = once(npm, 'close')
  const isReady = () => /^ready http/m.test(output)
  const ready = async () => {
    while (!isReady()) {
      const over = await Promise.race([once(npm.stdout, 'data').then(() => false), closed.then(() => true)])
      if (over && !isReady()) throw new Error(`Ended before it was ready:\n${output}${errors}`)
    }
    return (performance.now() - started) / 1000
  }
  const ended = async () => (await closed)[0]
  return { npm, output: () => output, errors: () => errors, ready, ended }
}

/** The folders of an installation: as root its database may lie elsewhere, where its user can go. */
function foldersOf(dataDir: string): string[] {
  const link = join(dataDir, 'postgres')
  return existsSync(link) ? [dataDir, realpathSync(link)] : [dataDir]
}

/** Processes that still belong to a data folder: ours by their environment, PostgreSQL's by their arguments. */
export function processesOf(dataDir: string): string[] {
  const folders = foldersOf(dataDir)
  const belongs = (text: string) => folders.some((folder) => text.includes(folder))
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        const own = belongs(command) || belongs(readFileSync(`/proc/${pid}/environ`, 'utf8'))
        return own ? [`${pid} ${command}`] : []
      } catch {
        return []
      }
    })
}

/** Ends what is left of an installation, and removes it; what was killed may still be writing. */
export function removeInstallation(dataDir: string): void {
  for (const line of processesOf(dataDir)) process.kill(Number(line.split(' ')[0]), 'SIGKILL')
  for (const folder of foldersOf(dataDir).reverse())
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No port is free')
  return address.port
}
