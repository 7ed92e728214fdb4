import { addressProblem } from '@/lib/address/rules'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { hashAddress } from '@/lib/links/hash-address'
import { askedAddress } from '@/lib/pages/rules'
import { enqueueEach, OTHER_SITES } from '@/lib/queue/enqueue'

const ATTEMPTS = 3
/** An address that is typed is saved in pieces; it is read when it has stood for so long. */
const PAUSE_MS = 3000
const LAST = 1

const isReadable = (address: string) => addressProblem(address) === null && askedAddress(address) !== null
const keyOf = (address: string) =>
  `read-page:${Buffer.from(hashAddress(askedAddress(address) ?? address)).toString('hex')}`

/**
 * Has pages read, each once however often it is asked before a worker is free; of addresses that can’t be asked none.
 * @param addresses as written
 * @param again even what was read lately
 * @param tx what made it necessary; null for none
 */
export function askForPages(
  tx: Tx | null,
  addresses: readonly string[],
  { again = false }: { again?: boolean } = {},
): Promise<void> {
  const jobs = [...new Set(addresses)]
    .filter(isReadable)
    .map((address) => ({ payload: { address, ...(again ? { again } : {}) }, key: keyOf(address) }))
  // Fifty that were pasted let one that was typed go first.
  const priority = jobs.length > 1 ? LAST : 0
  return enqueueEach(tx, 'read-page', jobs, { queue: OTHER_SITES, maxAttempts: ATTEMPTS, priority })
}

/** Has the page of an item read, once its address has stood still for a moment. */
export function askForPageOf(tx: Tx, id: string, url: string): Promise<void> {
  return askForPagesOf(tx, [{ id, url }])
}

/** The same for many items. */
export function askForPagesOf(tx: Tx, items: readonly { id: string; url: string }[]): Promise<void> {
  const jobs = items
    .filter(({ url }) => isReadable(url))
    .map(({ id, url }) => ({ payload: { address: url }, key: `read-page:${id}` }))
  const runAt = new Date(now().getTime() + PAUSE_MS)
  return enqueueEach(tx, 'read-page', jobs, { queue: OTHER_SITES, maxAttempts: ATTEMPTS, runAt })
}
