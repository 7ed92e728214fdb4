import type { UserActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import { notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'

/**
 * Ends one of one's own tokens at once.
 * @throws AppError `not_found` for another person's token too, so that nobody learns which exist
 */
export async function revokeToken(
  actor: UserActor,
  input: { commandId: string; tokenId: string },
): Promise<{ revoked: true }> {
  return runCommand(actor, { id: input.commandId, name: 'revoke-token' }, async (tx) => {
    const { count } = await tx.personalToken.updateMany({
      where: { id: input.tokenId, userId: actor.id, revokedAt: null },
      data: { revokedAt: now() },
    })
    if (count === 0) throw notFound('token')
    await recordAudit(tx, actor, { action: 'revoke-token', subject: 'token', subjectId: input.tokenId })
    return { revoked: true }
  })
}
