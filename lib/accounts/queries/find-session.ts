import { isLive, seenAtInterval } from '@/lib/accounts/rules'
import type { UserActor } from '@/lib/accounts/schema'
import { unsealSession } from '@/lib/accounts/session-cookie'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'

/** Who is signed in, and by which session. */
export type SignedIn = { actor: UserActor; email: string; sessionId: string }

/**
 * The person whom a session cookie signs in, or null. Reads the row each time, so that revoking a session or
 * disabling its person takes effect at once; notes that it was seen, at most once a minute.
 */
export async function findSession(cookie: string | undefined): Promise<SignedIn | null> {
  const sessionId = await unsealSession(cookie)
  if (!sessionId) return null
  const session = await db().session.findUnique({
    where: { id: sessionId },
    select: {
      revokedAt: true,
      seenAt: true,
      user: { select: { id: true, name: true, email: true, role: true, disabledAt: true } },
    },
  })
  if (!session) return null
  const { user, seenAt, revokedAt } = session
  const at = now()
  if (!isLive({ revokedAt, seenAt, disabledAt: user.disabledAt }, at)) return null
  const stale = new Date(at.getTime() - seenAtInterval)
  if (seenAt <= stale) {
    await db().session.updateMany({ where: { id: sessionId, seenAt: { lte: stale } }, data: { seenAt: at } })
  }
  const actor: UserActor = { kind: 'user', id: user.id, name: user.name || user.email, role: user.role }
  return { actor, email: user.email, sessionId }
}
