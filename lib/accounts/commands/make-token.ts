import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { authorize } from '@/lib/accounts/authorize'
import { mayHoldTokens } from '@/lib/accounts/policy'
import { MOST_TOKENS } from '@/lib/accounts/rules'
import type { makeTokenSchema, UserActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import { transaction } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { hashToken } from '@/lib/tokens/hash-token'

/** Programs that look for lost secrets know ours by it. */
const PREFIX = 'gleaner_'

/**
 * A personal token: whoever holds it does what its kind opens, in its person's name, until it is revoked. The token,
 * 256 random bits, is in the answer and nowhere else, so no receipt keeps it.
 * @throws AppError `forbidden`; `wrong_state` where there are too many
 */
export async function makeToken(
  actor: UserActor,
  { kind, name }: Omit<z.infer<typeof makeTokenSchema>, 'commandId'>,
): Promise<{ id: string; token: string }> {
  authorize(mayHoldTokens(actor))
  const token = PREFIX + randomBytes(32).toString('base64url')
  return transaction(async (tx) => {
    // One at a time, or two at once would both find room.
    await tx.$queryRaw`SELECT "id" FROM "User" WHERE "id" = ${actor.id}::uuid FOR UPDATE`
    const held = await tx.personalToken.count({ where: { userId: actor.id, kind, revokedAt: null } })
    if (held >= MOST_TOKENS)
      throw new AppError('wrong_state', `You have ${MOST_TOKENS} of these already. Revoke one first.`)
    const data = { userId: actor.id, kind, name, tokenHash: hashToken(token), createdAt: now() }
    const { id } = await tx.personalToken.create({ data, select: { id: true } })
    const detail = { kind, name }
    await recordAudit(tx, actor, { action: 'make-token', subject: 'token', subjectId: id, detail })
    return { id, token }
  })
}
