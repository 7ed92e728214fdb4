import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'
import { SEEN_ANEW_DAYS } from '@/lib/feeds/rules'

const DAY = 86_400_000
/** A week's newsletter is long out by then. */
const KEPT_MS = 30 * DAY
/** So long after it was last in its feed an entry is still known, should it come back there. */
const KNOWN_MS = 180 * DAY

/** Forgets what feeds brought 30 days ago and nobody kept, nor wrote in; it isn't brought again. */
export async function forgetOldEntries(): Promise<void> {
  const before = new Date(now().getTime() - KEPT_MS)
  await db().capture.deleteMany({
    where: { isAside: true, state: 'NEW', version: 0, capturedAt: { lt: before } },
  })
}

/**
 * Forgets by what entries were known that left their feed 180 days ago. One whose feed wasn't read whole since, because
 * nothing changed or its site fails, may still be in it and stays known.
 */
export async function forgetOldSeen(): Promise<void> {
  const before = new Date(now().getTime() - KNOWN_MS)
  await db().$executeRaw`
    DELETE FROM "FeedEntrySeen" seen
    USING (SELECT "feedId", max("seenAt") AS "at" FROM "FeedEntrySeen" GROUP BY "feedId") last
    WHERE last."feedId" = seen."feedId" AND seen."seenAt" < ${before}
      AND seen."seenAt" < last."at" - make_interval(days => ${SEEN_ANEW_DAYS + 1}::int)`
}
