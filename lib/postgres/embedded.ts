import { mkdir } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, openCluster, SUPERUSER } from './cluster'
import { ensurePostmaster, type Postmaster, stopPostmaster } from './postmaster'

const DATABASE = 'gleaner'
/** Any number that nothing else in the cluster locks. */
const IN_USE_LOCK = 7_301_977
const RETRY_MS = 100
const ATTEMPTS = 100

export type EmbeddedDatabase = {
  url: string
  /** Says that this program has done with the database; the last program to say so stops the server. */
  leave: () => Promise<void>
}

function urlFor(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${SUPERUSER}:${encodeURIComponent(cluster.password)}@127.0.0.1:${port}/${database}`
}

/** Takes the shared lock on a connection of its own. Fails if the last other program is just stopping the server. */
async function enter(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'gleaner: in use',
    keepAlive: true,
  })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('SELECT pg_advisory_lock_shared($1)', [IN_USE_LOCK])
  return client
}

async function createDatabase(client: pg.Client): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
  if (found.rowCount) return
  const duplicate = ['42P04', '23505']
  await client.query(`CREATE DATABASE ${DATABASE}`).catch((error) => {
    if (!duplicate.includes(error.code)) throw error
  })
}

async function startAndEnter(cluster: Cluster, settings: Record<string, string>, port: number) {
  for (let attempt = 1; ; attempt++) {
    try {
      const postmaster = await ensurePostmaster(cluster, settings, port)
      return { postmaster, client: await enter(urlFor(cluster, postmaster.port, 'postgres')) }
    } catch (error) {
      if (attempt === ATTEMPTS) throw error
      await wait(RETRY_MS)
    }
  }
}

type Held = { postmaster: Postmaster; client: pg.Client }

/** Stops the server if nobody else holds the lock. Who comes while we hold it alone is cut off, and starts it again. */
async function giveUp(cluster: Cluster, { client, postmaster }: Held): Promise<void> {
  await client.query('SELECT pg_advisory_unlock_shared($1)', [IN_USE_LOCK])
  const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS alone', [IN_USE_LOCK])
  if (rows[0].alone) await stopPostmaster(cluster, postmaster)
  else await client.end()
}

/**
 * The PostgreSQL of a data folder, started if it isn't running. While this program uses it, it is kept running: if
 * the server dies it is started again at the same port.
 * @param dataDir absolute; made if absent
 * @param settings server settings for the case that it is started here
 */
export async function joinEmbeddedPostgres(
  dataDir: string,
  settings: Record<string, string> = {},
): Promise<EmbeddedDatabase> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  const cluster = await openCluster(dataDir)
  let leaving = false
  let held: Promise<Held>
  const enterAt = (port: number): Promise<Held> => {
    held = startAndEnter(cluster, settings, port)
    held.then(
      ({ client, postmaster }) => client.once('end', () => leaving || void enterAt(postmaster.port)),
      () => undefined,
    )
    return held
  }
  const first = await enterAt(0)
  await createDatabase(first.client)
  const { port } = first.postmaster
  return {
    url: urlFor(cluster, port, DATABASE),
    leave: async () => {
      leaving = true
      // The server may just have died or been restarted: then it is entered once more, to be left in order.
      const attempt = held.then((last) => giveUp(cluster, last))
      await attempt.catch(async () => giveUp(cluster, await startAndEnter(cluster, settings, port)))
    },
  }
}
