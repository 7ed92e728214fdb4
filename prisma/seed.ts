import type { Prisma } from '@/generated/prisma/client'
import { ensureOwner } from '@/lib/accounts/commands/ensure-owner'
import { systemActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { env } from '@/lib/env/env'
import { makeDemoCurator, seedDemo } from './seed/seed-demo'

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

/**
 * For an import into a database with nothing in it: a publication with the settings that the archive tells, and
 * without OWNER_EMAIL a curator to try it with, but none of the demo's issues among the imported ones.
 * @returns whether there was nothing before
 */
export async function beginWithSettings(settings: Partial<Prisma.PublicationCreateInput>): Promise<boolean> {
  if ((await db().publication.count()) > 0) return false
  const isDemo = !env().OWNER_EMAIL
  await db().publication.create({ data: { name: 'My newsletter', ...settings, isDemo } })
  if (isDemo) await makeDemoCurator(db())
  return true
}
