import { mayHoldTokens } from '@/lib/accounts/policy'
import type { TokenKind, UserActor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { hashToken } from '@/lib/tokens/hash-token'

const MINUTE = 60_000
/** Ours have 51 characters; a longer text isn't even hashed. */
const LONGEST = 200

/**
 * Whose token this is, and that it was used; null where it opens nothing: unknown, revoked, of another kind, or of
 * somebody who may do nothing in the studio any more.
 */
export async function findToken(
  kind: TokenKind,
  token: string,
): Promise<{ actor: UserActor; tokenId: string } | null> {
  if (token === '' || token.length > LONGEST) return null
  const found = await db().personalToken.findUnique({
    where: { tokenHash: hashToken(token), kind, revokedAt: null, user: { disabledAt: null } },
    select: { id: true, usedAt: true, user: { select: { id: true, name: true, email: true, role: true } } },
  })
  if (!found) return null
  const { id, name, email, role } = found.user
  const actor: UserActor = { kind: 'user', id, name: name || email, role }
  if (!mayHoldTokens(actor)) return null
  const at = now()
  if (!found.usedAt || at.getTime() - found.usedAt.getTime() > MINUTE)
    await db().personalToken.update({ where: { id: found.id }, data: { usedAt: at }, select: { id: true } })
  return { actor, tokenId: found.id }
}
