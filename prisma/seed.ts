import { ensureOwner } from '@/lib/accounts/commands/ensure-owner'
import { systemActor } from '@/lib/accounts/schema'
import { db, transaction } from '@/lib/db/db'
import { env } from '@/lib/env/env'

export const DEMO_CURATOR = 'curator@demo.example'

/** A publication to look around in, with a curator who signs in by a printed link. */
async function seedDemo(): Promise<void> {
  await transaction(async (tx) => {
    await tx.publication.create({ data: { name: 'Gleaner', isDemo: true } })
    await tx.user.create({
      data: { email: DEMO_CURATOR, name: 'Demo Curator', role: 'OWNER', isDemo: true },
    })
  })
}

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
