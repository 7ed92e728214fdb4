import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'

const DAY = 86_400_000
/** Nobody has looked at such a page for half a year; whoever does again has it read anew. */
const KEPT_MS = 180 * DAY

/** Forgets what was found at addresses so long ago. */
export async function forgetOldPages(): Promise<void> {
  await db().linkPage.deleteMany({ where: { lookedAt: { lt: new Date(now().getTime() - KEPT_MS) } } })
}
