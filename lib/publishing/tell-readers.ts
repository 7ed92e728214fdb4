import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { env } from '@/lib/env/env'
import { raiseGeneration } from '@/lib/publication/generation'
import { enqueue } from '@/lib/queue/enqueue'

/** When the hub is told, in ms: by then every server and CDN has heard of the new generation. */
const PAGES_ARE_OLD_MS = 2_000

type Told = {
  /** The issue that changed, where it is one: the feeds of its topics and sections are told of too. */
  issueId?: string
  /** Whether something is gone for readers without being withdrawn. */
  removes?: boolean
}

/**
 * Says that what readers see changed: every cached page is old when the transaction commits, and the hub, where there
 * is one, is told soon after, once for however many changes.
 */
export async function tellReaders(tx: Tx, { issueId, removes = false }: Told = {}): Promise<void> {
  await raiseGeneration(tx, { removes })
  if (!env().WEBSUB_HUB) return
  const options = { queue: 'hub', runAt: new Date(now().getTime() + PAGES_ARE_OLD_MS) }
  await enqueue(tx, 'ping-hub', {}, { ...options, key: 'ping-hub' })
  if (issueId) await enqueue(tx, 'ping-hub-of-issue', { issueId }, { ...options, key: `ping-hub-${issueId}` })
}
