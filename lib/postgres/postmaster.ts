import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive, isRunning } from '@/lib/processes/is-running'
import { type Cluster, serverEnvironment } from './cluster'
import { asUser } from './server-user'

const POLL_MS = 25
const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 30_000

export type Postmaster = { pid: number; port: number; ready: boolean }

const isPostgres = (pid: number) => isRunning(pid, 'postgres')

function readPidFile(data: string): Postmaster | null {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

/** Reads `postmaster.pid` (its lines are fixed in PostgreSQL's miscadmin.h); null when no server is alive. */
export function findPostmaster(data: string): Postmaster | null {
  const found = readPidFile(data)
  return found?.pid && isPostgres(found.pid) ? found : null
}

/** PostgreSQL clears a dead server's file by itself, but not one whose id another program has got since. */
function clearForeignPidFile(data: string): void {
  const found = readPidFile(data)
  if (found?.pid && isAlive(found.pid) && !isPostgres(found.pid)) rmSync(join(data, 'postmaster.pid'))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('No port is free on 127.0.0.1')
  return address.port
}

/**
 * What every server of ours runs with. PostgreSQL 18 reads through processes of their own and looks ahead by system
 * calls; an archive lies in the system's cache, and there a search took longer by half that way (docs/bench.md).
 */
const ownSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  io_method: 'sync',
  effective_io_concurrency: '0',
}

/** In a process group of its own: Ctrl-C in the terminal reaches us, and we stop the server once we have drained. */
function spawnServer(cluster: Cluster, port: number, settings: Record<string, string>): ChildProcess {
  clearForeignPidFile(cluster.data)
  const all = { ...ownSettings, port: String(port), ...settings }
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const logFile = openSync(cluster.logFile, 'a', 0o600)
  const child = spawn(cluster.binaries.postgres, ['-D', cluster.data, ...args], {
    ...asUser(cluster.user),
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', logFile, logFile],
  })
  child.on('error', () => undefined)
  child.unref()
  closeSync(logFile)
  return child
}

function lastLogLine(cluster: Cluster): string {
  return readFileSync(cluster.logFile, 'utf8').trim().split('\n').at(-1) ?? ''
}

/**
 * Starts the server of a cluster, or finds the one that is running.
 * @param port preferred; 0 takes any that is free
 */
export async function ensurePostmaster(
  cluster: Cluster,
  settings: Record<string, string>,
  port = 0,
): Promise<Postmaster> {
  let child: ChildProcess | undefined
  for (let waited = 0; waited < START_LIMIT_MS; waited += POLL_MS) {
    const postmaster = findPostmaster(cluster.data)
    if (postmaster?.ready) return postmaster
    // One that is just stopping is waited for; of two that start at once, one fails and finds the other.
    if (!postmaster && !child) child = spawnServer(cluster, port || (await freePort()), settings)
    else if (!postmaster && child && child.exitCode !== null) break
    await wait(POLL_MS)
  }
  throw new Error(`The embedded database did not start: ${lastLogLine(cluster)}`)
}

/** Ends the server: running statements are rolled back, the disk is left in order. */
export async function stopPostmaster(cluster: Cluster, { pid }: Postmaster): Promise<void> {
  const fast = 'SIGINT'
  process.kill(pid, fast)
  for (let waited = 0; waited < STOP_LIMIT_MS; waited += POLL_MS) {
    if (!isPostgres(pid)) return
    await wait(POLL_MS)
  }
  throw new Error(`The embedded database did not stop: ${lastLogLine(cluster)}`)
}
