import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'

/**
 * Takes back the unused sign-in links of these people, and ends their sessions and personal tokens. Called before their own rows are
 * changed: signing in locks a link first and its person second, and so must everyone else.
 */
export async function endAccess(tx: Tx, personIds: string[]): Promise<void> {
  await tx.signInToken.deleteMany({ where: { userId: { in: personIds }, consumedAt: null } })
  await tx.session.updateMany({
    where: { userId: { in: personIds }, revokedAt: null },
    data: { revokedAt: now() },
  })
  await tx.personalToken.updateMany({
    where: { userId: { in: personIds }, revokedAt: null },
    data: { revokedAt: now() },
  })
}
