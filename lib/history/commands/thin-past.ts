import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'

/** For so long every change is kept, in ms. */
const KEPT_WHOLE = 30 * 86_400_000

/**
 * Of the versions that a row had within one hour long ago keeps the first: what it was when the hour began. Where
 * several people wrote in one hour, their versions become one.
 */
export async function thinPast(): Promise<void> {
  const before = new Date(now().getTime() - KEPT_WHOLE)
  await db().$executeRaw`
    DELETE FROM "PastRow" WHERE "id" IN (
      SELECT "id" FROM (
        SELECT "id", row_number() OVER (PARTITION BY "rowId", date_trunc('hour', "until") ORDER BY "id") AS "turn"
        FROM "PastRow" WHERE "until" < ${before}
      ) past WHERE "turn" > 1)`
}
