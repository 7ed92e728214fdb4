import { createHash } from 'node:crypto'
import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'

export type Limit = { limit: number; seconds: number }

/**
 * Counts one attempt and says whether it is within the limit. One statement, so that of parallel attempts at
 * a limit of N exactly N pass. A window begins with its first attempt.
 * @param subject what is counted, e.g. an address; only its hash is kept
 */
export async function isWithinLimit(
  purpose: string,
  subject: string,
  { limit, seconds }: Limit,
): Promise<boolean> {
  const key = `${purpose}:${createHash('sha256').update(subject).digest('base64url')}`
  const at = now()
  const over = new Date(at.getTime() - seconds * 1000)
  const rows = await db().$queryRaw<{ count: number }[]>`
    INSERT INTO "RateLimit" AS kept ("key", "windowStart", "count") VALUES (${key}, ${at}, 1)
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN kept."windowStart" <= ${over} THEN 1 ELSE kept."count" + 1 END,
      "windowStart" = CASE WHEN kept."windowStart" <= ${over} THEN ${at} ELSE kept."windowStart" END
    RETURNING "count"`
  return (rows[0]?.count ?? Number.POSITIVE_INFINITY) <= limit
}

/** @throws AppError `too_many` when the limit is passed */
export async function enforceLimit(purpose: string, subject: string, limit: Limit): Promise<void> {
  if (await isWithinLimit(purpose, subject, limit)) return
  const minutes = Math.ceil(limit.seconds / 60)
  throw new AppError('too_many', `That was asked for too often. Try again in ${minutes} minutes.`)
}
