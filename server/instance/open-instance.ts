import { closeDb } from '@/lib/db/db'
import { migrateDatabase } from '@/lib/db/migrate'
import { directDatabaseUrl } from '@/lib/db/pool'
import { env, setEnv } from '@/lib/env/env'
import { type EmbeddedDatabase, joinEmbeddedPostgres } from '@/lib/postgres/embedded'
import { checkDatabase } from './check-database'
import { prepareDataFolder } from './data-folder'

/** This installation, open: its data folder can be written, its database answers and is up to date. */
export type Instance = { close: () => Promise<void> }

async function openDatabase(): Promise<EmbeddedDatabase | null> {
  const { DATA_DIR, DATABASE_URL } = env()
  if (DATABASE_URL) {
    await checkDatabase(DATABASE_URL)
    const direct = directDatabaseUrl()
    if (direct !== DATABASE_URL) await checkDatabase(direct, 'The database of DIRECT_DATABASE_URL,')
    return null
  }
  const embedded = await joinEmbeddedPostgres(DATA_DIR)
  setEnv({ DATABASE_URL: embedded.url, DIRECT_DATABASE_URL: embedded.url })
  return embedded
}

/**
 * Opens the installation that the environment names, for the server or for a command beside it.
 * @param stopped when the program is to end before it is open: nothing more is begun then
 * @throws EnvError, StartError with the one line to print
 */
export async function openInstance(stopped?: AbortSignal): Promise<Instance> {
  prepareDataFolder(env().DATA_DIR)
  const embedded = await openDatabase()
  const close = async () => {
    await closeDb()
    await embedded?.leave()
  }
  try {
    stopped?.throwIfAborted()
    await migrateDatabase(directDatabaseUrl())
    return { close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Opens the installation for the time of `work`; what every command does. */
export async function withInstance<T>(work: () => Promise<T>): Promise<T> {
  const instance = await openInstance()
  try {
    return await work()
  } finally {
    await instance.close()
  }
}
