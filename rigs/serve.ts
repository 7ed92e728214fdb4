import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sealSession, sessionCookieName } from '@/lib/accounts/session-cookie'
import { databaseUrl } from '@/lib/db/pool'
import { childEnvironment, setEnv } from '@/lib/env/env'
import { makePerson, makeSession } from '@/lib/testing/actors'

/** The built server, running as an operator runs it, on the database that `db()` leads to. */
export type Served = {
  origin: string
  port: number
  readonly pid: number
  /** What it wrote to standard error. */
  errors: () => string
  /** A Cookie header that signs a new editor in. */
  editorCookie: () => Promise<string>
  /** Ends it without a word (SIGKILL). */
  kill: () => Promise<void>
  /** Starts it again where it was, with what it had. */
  startAgain: () => Promise<void>
  stop: () => Promise<void>
}

/** A port that nobody listens at just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

/** Runs it by the very line of `npm start`, and without npm between: its last word is `exec`, so the child is the server. */
async function run(env: NodeJS.ProcessEnv) {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8'))
  const child = spawn('/bin/sh', ['-c', scripts.start], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const closed = once(child, 'close')
  while (!output.includes('ready http')) {
    const over = await Promise.race([once(child.stdout, 'data').then(() => false), closed.then(() => true)])
    if (over) throw new Error(`The server did not start:\n${errors}`)
  }
  return { child, closed, errors: () => errors }
}

/** Starts the server, building what is stale, and waits until it says that it is ready. @param given variables */
export async function serveBuilt(given: Record<string, string> = {}): Promise<Served> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const dataDir = await mkdtemp(join(tmpdir(), 'gleaner-rig-'))
  const secret = randomBytes(32).toString('base64url')
  const url = databaseUrl()
  const own = { PORT: String(port), APP_URL: origin, NEXTAUTH_SECRET: secret, DATA_DIR: dataDir }
  const env = childEnvironment({
    ...own,
    DATABASE_URL: url,
    DIRECT_DATABASE_URL: url,
    LOG_LEVEL: 'error',
    ...given,
  })
  let running = await run(env)
  setEnv({ APP_URL: origin, NEXTAUTH_SECRET: secret })
  return {
    origin,
    port,
    get pid() {
      return running.child.pid ?? 0
    },
    errors: () => running.errors(),
    editorCookie: async () => {
      const person = await makePerson('EDITOR')
      return `${sessionCookieName()}=${await sealSession(await makeSession(person.id))}`
    },
    kill: async () => {
      running.child.kill('SIGKILL')
      await running.closed
    },
    startAgain: async () => {
      running = await run(env)
    },
    stop: async () => {
      running.child.kill('SIGTERM')
      await running.closed
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
