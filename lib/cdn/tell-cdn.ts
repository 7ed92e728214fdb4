import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { env } from '@/lib/env/env'
import { enqueue } from '@/lib/queue/enqueue'

/** When the second call is made, in ms: a server that had just lost its connection may have given the CDN an old page. */
const AGAIN_MS = 10_000

/**
 * Has a CDN told, where there is one, that all that it has of ours is old: when the transaction commits, and once more a
 * little later. However many changes there are at a time, it is one call, by whichever server is free.
 */
export async function tellCdn(tx: Tx): Promise<void> {
  if (!env().CDN_PURGE_URL) return
  await enqueue(tx, 'purge-cdn', {}, { key: 'purge-cdn', queue: 'cdn' })
  const runAt = new Date(now().getTime() + AGAIN_MS)
  await enqueue(tx, 'purge-cdn', {}, { key: 'purge-cdn-again', queue: 'cdn', runAt })
}
