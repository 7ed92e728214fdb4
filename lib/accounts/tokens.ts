import { randomBytes } from 'node:crypto'
import { returnPath } from '@/lib/accounts/rules'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { env } from '@/lib/env/env'
import { hashToken } from '@/lib/tokens/hash-token'

/**
 * Makes a one-time sign-in link for a person. The token, 256 random bits, is in the link and nowhere else.
 * @param lifetime how long it can be used, in milliseconds
 * @param next where it leads after signing in; ignored unless a path of this site
 */
export async function makeSignInLink(
  tx: Tx,
  userId: string,
  lifetime: number,
  next?: string,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const createdAt = now()
  await tx.signInToken.create({
    data: {
      userId,
      tokenHash: hashToken(token),
      createdAt,
      expiresAt: new Date(createdAt.getTime() + lifetime),
    },
  })
  const url = new URL('/sign-in/confirm', env().APP_URL)
  url.searchParams.set('token', token)
  const path = returnPath(next, '')
  if (path) url.searchParams.set('next', path)
  return url.href
}
