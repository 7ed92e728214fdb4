import type { TokenRow } from '@/lib/accounts/rules'
import type { TokenKind, UserActor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'

/** One's own tokens that still open something, the newest first. */
export function listTokens(actor: UserActor, kind: TokenKind): Promise<TokenRow[]> {
  return db().personalToken.findMany({
    where: { userId: actor.id, kind, revokedAt: null },
    orderBy: { id: 'desc' },
    select: { id: true, name: true, createdAt: true, usedAt: true },
  })
}
