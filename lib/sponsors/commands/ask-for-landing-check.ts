import type { Tx } from '@/lib/db/db'
import { enqueue, OTHER_SITES } from '@/lib/queue/enqueue'

const ATTEMPTS = 3

/**
 * Has a slot's landing pages looked at, once however often it is asked before a worker is free. One check at a time: a
 * site may keep each waiting for many seconds, and schedules want a worker every minute.
 * @param tx what made it necessary; null for none
 */
export function askForLandingCheck(tx: Tx | null, slotId: string): Promise<void> {
  return enqueue(tx, 'check-landing', { slotId }, optionsFor(slotId))
}

/** Has the rest looked at of a check that began at `since` (ISO 8601), when those who wait had their turn. */
export function goOnCheckingLanding(slotId: string, since: string): Promise<void> {
  return enqueue(null, 'check-landing', { slotId, since }, optionsFor(slotId))
}

const optionsFor = (slotId: string) => ({
  key: `check-landing:${slotId}`,
  queue: OTHER_SITES,
  maxAttempts: ATTEMPTS,
})
