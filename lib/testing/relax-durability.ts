import { db } from '@/lib/db/db'

/** Lets the server that `db()` asks forget its last moments in a power cut: what a test writes is thrown away anyhow. */
export async function relaxDurability(): Promise<void> {
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await db().$executeRawUnsafe(`ALTER SYSTEM SET ${name} = off`)
  await db().$queryRaw`SELECT pg_reload_conf()`
}
