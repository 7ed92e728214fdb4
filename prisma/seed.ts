import { ensureOwner } from '@/lib/accounts/commands/ensure-owner'
import { systemActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { env } from '@/lib/env/env'
import { seedDemo } from './seed/seed-demo'

/**
 * Makes what an installation needs: the owner that OWNER_EMAIL names with an empty publication, or else the demo. A
 * database that has a publication keeps it.
 */
export async function seedInstance(): Promise<void> {
  const { OWNER_EMAIL } = env()
  const isEmpty = (await db().publication.count()) === 0
  if (isEmpty && OWNER_EMAIL) await db().publication.create({ data: { name: 'My newsletter' } })
  if (isEmpty && !OWNER_EMAIL) await seedDemo()
  if (OWNER_EMAIL) await ensureOwner(systemActor('start'), OWNER_EMAIL)
}
