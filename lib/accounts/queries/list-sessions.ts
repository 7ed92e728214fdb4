import { maySeeSessionsOf } from '@/lib/accounts/policy'
import { type SessionListRow, sessionIdleLimit } from '@/lib/accounts/rules'
import type { UserActor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'

/**
 * The live sessions of a person, the latest used first.
 * @throws AppError `not_found` for somebody else's, unless the actor is an owner
 */
export async function listSessions(actor: UserActor, personId: string): Promise<SessionListRow[]> {
  if (!maySeeSessionsOf(actor, personId)) throw notFound('person')
  return db().session.findMany({
    where: {
      userId: personId,
      revokedAt: null,
      seenAt: { gt: new Date(now().getTime() - sessionIdleLimit) },
    },
    select: { id: true, device: true, createdAt: true, seenAt: true },
    orderBy: [{ seenAt: 'desc' }, { id: 'desc' }],
  })
}
