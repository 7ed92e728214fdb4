import { openSession } from '@/lib/accounts/commands/open-session'
import { now } from '@/lib/clock/clock'
import { transaction } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { hashToken } from '@/lib/tokens/hash-token'

/**
 * Exchanges the token of a sign-in link for a session. One statement consumes it, so of any number of parallel calls
 * exactly one succeeds.
 * @returns the session's id, for the cookie
 * @throws AppError `gone` when it was used, has expired, never was, or its person is disabled
 */
export async function signIn(token: string, device: string): Promise<string> {
  return transaction(async (tx) => {
    const consumed = await tx.$queryRaw<{ userId: string }[]>`
      UPDATE "SignInToken" AS token SET "consumedAt" = ${now()} FROM "User" AS person
      WHERE token."tokenHash" = ${hashToken(token)} AND token."consumedAt" IS NULL AND token."expiresAt" > ${now()}
        AND person."id" = token."userId" AND person."disabledAt" IS NULL
      RETURNING token."userId"`
    const userId = consumed[0]?.userId
    if (!userId) throw new AppError('gone', 'This link can no longer be used. Ask for a new one.')
    return openSession(tx, userId, device, 'link')
  })
}
