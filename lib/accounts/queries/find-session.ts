import { isLive, seenAtInterval } from '@/lib/accounts/rules'
import type { UserActor } from '@/lib/accounts/schema'
import { unsealSession } from '@/lib/accounts/session-cookie'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'

/** Who is signed in, and by which session. */
export type SignedIn = { actor: UserActor; email: string; sessionId: string }

type SessionRow = Omit<UserActor, 'kind'> & {
  email: string
  seenAt: Date
  revokedAt: Date | null
  disabledAt: Date | null
}

/**
 * The person whom a session cookie signs in, or null. Reads the row each time, so that revoking a session or
 * disabling its person takes effect at once; by one statement, since every request of the studio waits for it. Notes
 * that it was seen, at most once a minute.
 */
export async function findSession(cookie: string | undefined): Promise<SignedIn | null> {
  const sessionId = await unsealSession(cookie)
  if (!sessionId) return null
  const [row] = await db().$queryRaw<SessionRow[]>`
    SELECT session."revokedAt", session."seenAt", person."id", person."name", person."email", person."role"::text,
           person."disabledAt"
    FROM "Session" session JOIN "User" person ON person."id" = session."userId"
    WHERE session."id" = ${sessionId}::uuid`
  const at = now()
  if (!row || !isLive(row, at)) return null
  const { id, name, email, role, seenAt } = row
  const stale = new Date(at.getTime() - seenAtInterval)
  if (seenAt <= stale) {
    await db().session.updateMany({ where: { id: sessionId, seenAt: { lte: stale } }, data: { seenAt: at } })
  }
  const actor: UserActor = { kind: 'user', id, name: name || email, role }
  return { actor, email, sessionId }
}
