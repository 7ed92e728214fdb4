import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Ids of the account that runs PostgreSQL; null when it is our own. */
export type ServerUser = { uid: number; gid: number } | null

/** Accounts that may run PostgreSQL for root, the best first: it refuses to run as root. */
const candidates = ['postgres', 'nobody']

/** The account for the server process. @throws Error when we are root on a system with no other account */
export function chooseServerUser(): ServerUser {
  if (process.getuid?.() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of candidates) {
    const fields = accounts.find((account) => account[0] === name)
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Error(
    'PostgreSQL does not run as root, and this system has no user postgres or nobody: set DATABASE_URL.',
  )
}

/** Options for a child process of that account. Its folder is `/`, since ours may be closed to it. */
export function asUser(user: ServerUser): { cwd: string; uid?: number; gid?: number } {
  return user ? { cwd: '/', uid: user.uid, gid: user.gid } : { cwd: '/' }
}

/** Whether the account may pass through or run `path`. */
export function canReach(user: ServerUser, path: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], asUser(user)).status === 0
}
