import { resolve } from 'node:path'
import { type EmbeddedDatabase, joinEmbeddedPostgres } from '@/lib/postgres/embedded'

const FOLDER = '.data-test'

/** Nothing in a test database must survive a power cut. */
const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }

/** The server for tests: TEST_DATABASE_URL (of a superuser), else one of our own in a data folder of its own; never DATABASE_URL. */
export async function joinTestServer(): Promise<EmbeddedDatabase> {
  const given = process.env.TEST_DATABASE_URL
  return given ? { url: given, leave: async () => undefined } : joinEmbeddedPostgres(resolve(FOLDER), fast)
}
