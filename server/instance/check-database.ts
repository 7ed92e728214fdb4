import pg from 'pg'
import { StartError } from '@/lib/errors/start-error'

const CONNECT_LIMIT_MS = 5_000

async function connect(url: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    // The reason of a refusal is in the code when a name has several addresses.
    const { message, code } = error as NodeJS.ErrnoException
    const { host, pathname } = new URL(url)
    throw new StartError(`${name} ${pathname.slice(1)} at ${host} can't be reached: ${message || code}.`)
  }
}

/**
 * Makes sure that a database answers and can hold any text.
 * @param name what the error calls it; its own name and its host follow
 * @throws StartError
 */
export async function checkDatabase(url: string, name = 'The database'): Promise<void> {
  const client = await connect(url, name)
  try {
    const { rows } = await client.query('SHOW server_encoding')
    const encoding: string = rows[0].server_encoding
    if (encoding === 'UTF8') return
    const statement = `CREATE DATABASE name ENCODING 'UTF8' TEMPLATE template0`
    throw new StartError(
      `The database's encoding is ${encoding}, it must be UTF8: make one with ${statement}.`,
    )
  } finally {
    await client.end()
  }
}
