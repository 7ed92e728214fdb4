import pg from 'pg'
import { openCluster } from '@/lib/postgres/cluster'
import { findPostmaster } from '@/lib/postgres/postmaster'
import type { CuttingProxy } from './cutting-proxy'

/**
 * What may happen to a database. `fast` is an operator's restart, `crash` a postmaster that gives up at once and
 * recovers from its log, `kill` one that was killed.
 */
export const faults = ['cut before COMMIT', 'cut after COMMIT', 'terminate', 'fast', 'crash', 'kill'] as const
export type Fault = (typeof faults)[number]

const signals = { fast: 'SIGINT', crash: 'SIGQUIT', kill: 'SIGKILL' } as const

export type Target = { dataDir: string; url: string; proxy: CuttingProxy }

async function terminateBackends(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  )
  await client.end()
}

/** Does it, now. */
export async function inflict(fault: Fault, { dataDir, url, proxy }: Target): Promise<void> {
  if (fault === 'cut before COMMIT') return proxy.cutAt('before COMMIT')
  if (fault === 'cut after COMMIT') return proxy.cutAt('after COMMIT')
  if (fault === 'terminate') return terminateBackends(url)
  const { data } = await openCluster(dataDir)
  const postmaster = findPostmaster(data)
  if (!postmaster) throw new Error('The database was to be stopped, and is not running')
  process.kill(postmaster.pid, signals[fault])
}
