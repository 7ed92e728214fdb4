import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'

/** A week's newsletter is long out by then. */
const KEPT_MS = 30 * 86_400_000

/** Forgets what feeds brought 30 days ago and nobody kept, nor wrote in; it isn't brought again. */
export async function forgetOldEntries(): Promise<void> {
  const before = new Date(now().getTime() - KEPT_MS)
  await db().capture.deleteMany({
    where: { isAside: true, state: 'NEW', version: 0, capturedAt: { lt: before } },
  })
}
