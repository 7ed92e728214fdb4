import { now } from '@/lib/clock/clock'
import { db } from '@/lib/db/db'

/** A browser that lost the answer asks again within seconds, and one that was offline when it is opened again. */
const KEPT_MS = 30 * 86_400_000

/** Forgets receipts of commands that nobody will send again. */
export async function forgetOldReceipts(): Promise<void> {
  await db().commandReceipt.deleteMany({ where: { createdAt: { lt: new Date(now().getTime() - KEPT_MS) } } })
}
