import { db, type Tx } from '@/lib/db/db'
import { env } from '@/lib/env/env'

/** The name under which messages come; before the publication is set up, its address. */
export async function publicationName(tx: Tx = db()): Promise<string> {
  const row = await tx.publication.findUnique({ where: { id: 1 }, select: { name: true } })
  return row?.name || new URL(env().APP_URL).host
}
