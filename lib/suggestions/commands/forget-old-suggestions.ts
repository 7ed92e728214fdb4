import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'

/** A sender who comes back after a year finds the status page gone; what was suggested stays in the studio. */
const KEPT_MS = 365 * 86_400_000

/** Forgets whose addresses showed what became of suggestions of long ago. */
export async function forgetOldSuggestions(): Promise<void> {
  await db().suggestion.deleteMany({ where: { createdAt: { lt: new Date(now().getTime() - KEPT_MS) } } })
}
