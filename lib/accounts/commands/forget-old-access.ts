import { sessionIdleLimit } from '@/lib/accounts/rules'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'

const day = 86_400_000

/**
 * Forgets what is long over: counters after a day, used and expired links after 30 days, sessions and personal tokens
 * 60 days after they ended. Until then a used link can say that it was used, and the audit's sessions can be found.
 */
export async function forgetOldAccess(): Promise<void> {
  const before = (age: number) => new Date(now().getTime() - age)
  await db().rateLimit.deleteMany({ where: { windowStart: { lt: before(day) } } })
  await db().signInToken.deleteMany({ where: { expiresAt: { lt: before(30 * day) } } })
  await db().personalToken.deleteMany({ where: { revokedAt: { lt: before(60 * day) } } })
  await db().session.deleteMany({
    where: {
      OR: [{ revokedAt: { lt: before(60 * day) } }, { seenAt: { lt: before(60 * day + sessionIdleLimit) } }],
    },
  })
}
