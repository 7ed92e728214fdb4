import type { UserActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'

/**
 * Ends one session: one's own, or as owner anybody's. Signing out is revoking the session one came with.
 * @throws AppError `not_found` for another person's session too, so that nobody learns which exist
 */
export async function revokeSession(
  actor: UserActor,
  input: { commandId: string; sessionId: string },
): Promise<{ personId: string }> {
  return runCommand(actor, { id: input.commandId, name: 'revoke-session' }, async (tx) => {
    const own = actor.role === 'OWNER' ? {} : { userId: actor.id }
    const [session] = await tx.session.updateManyAndReturn({
      where: { id: input.sessionId, revokedAt: null, ...own },
      data: { revokedAt: now() },
      select: { userId: true },
    })
    if (!session) throw notFound('session')
    await recordAudit(tx, actor, {
      action: 'revoke-session',
      subject: 'session',
      subjectId: input.sessionId,
      detail: { personId: session.userId },
    })
    return { personId: session.userId }
  })
}
