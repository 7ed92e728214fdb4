import type { Prisma } from '@/generated/prisma/client'
import { ensureOwner } from '@/lib/accounts/commands/ensure-owner'
import { systemActor } from '@/lib/accounts/schema'
import { type Tx, transaction } from '@/lib/db/db'
import { takeTurn } from '@/lib/db/take-turn'
import { env } from '@/lib/env/env'
import { makeDemoCurator, seedDemo } from './seed/seed-demo'

/**
 * Makes what an installation needs: the owner that OWNER_EMAIL names with an empty publication, or else the demo. A
 * database that has a publication keeps it.
 */
export async function seedInstance(): Promise<void> {
  const { OWNER_EMAIL } = env()
  await whereEmpty(async (tx) => {
    if (OWNER_EMAIL) await tx.publication.create({ data: { name: 'My newsletter' } })
    else await seedDemo(tx)
  })
  if (OWNER_EMAIL) await ensureOwner(systemActor('start'), OWNER_EMAIL)
}

/**
 * For an import into a database with nothing in it: a publication with the settings that the archive tells, and
 * without OWNER_EMAIL a curator to try it with, but none of the demo's issues among the imported ones.
 * @returns whether there was nothing before
 */
export async function beginWithSettings(settings: Partial<Prisma.PublicationCreateInput>): Promise<boolean> {
  return whereEmpty(async (tx) => {
    const isDemo = !env().OWNER_EMAIL
    await tx.publication.create({ data: { name: 'My newsletter', ...settings, isDemo } })
    if (isDemo) await makeDemoCurator(tx)
  })
}

/**
 * Begins where there is no publication yet; one program after the other, since the server and an import may be started
 * at the same moment.
 * @returns whether there was none
 */
function whereEmpty(begin: (tx: Tx) => Promise<void>): Promise<boolean> {
  return transaction(async (tx) => {
    await takeTurn(tx, 'seed')
    if ((await tx.publication.count()) > 0) return false
    await begin(tx)
    return true
  })
}
