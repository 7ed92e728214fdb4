import { tokenState } from '@/lib/accounts/rules'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { hashToken } from '@/lib/tokens/hash-token'

/** What the page of a sign-in link shows. Reading consumes nothing. */
export type LinkPreview = { state: 'usable'; email: string } | { state: 'used' | 'expired' | 'unknown' }

/** What a token is good for. One whose person is disabled or gone looks like one that never was. */
export async function readLink(token: string): Promise<LinkPreview> {
  const row = await db().signInToken.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { consumedAt: true, expiresAt: true, user: { select: { email: true, disabledAt: true } } },
  })
  if (!row || row.user.disabledAt) return { state: 'unknown' }
  const state = tokenState(row, now())
  return state === 'usable' ? { state, email: row.user.email } : { state }
}
