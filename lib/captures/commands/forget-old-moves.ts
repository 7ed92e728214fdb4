import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'

/** As long as receipts are kept: whoever wants something back after that finds it in the inbox's other views. */
const KEPT_MS = 30 * 86_400_000

/** Forgets how captures stood before moves that nobody will undo any more. */
export async function forgetOldMoves(): Promise<void> {
  await db().captureMove.deleteMany({ where: { at: { lt: new Date(now().getTime() - KEPT_MS) } } })
}
