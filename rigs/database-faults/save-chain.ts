import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type Worker, WorkerError } from '@/rigs/workers/pool'

const LIMIT_MS = 60_000
const PAUSE_MS = 20
/** Answers of the product itself: no retry changes them. */
const final = ['conflict', 'removed', 'not_found', 'invalid', 'wrong_state', 'exited']

export type Chain = { itemId: string; written: string[]; retries: number; breaches: string[] }

/** Saves until it is acknowledged, each time under the same id, as a browser does that hears nothing. */
async function saveUntilTold(worker: Worker, chain: Chain, headline: string): Promise<number | null> {
  const commandId = randomUUID()
  const version = chain.written.length
  const end = performance.now() + LIMIT_MS
  while (performance.now() < end) {
    try {
      const save = { commandId, id: chain.itemId, version, fields: { headline } }
      return (await worker.call('save', save)).version
    } catch (error) {
      if (!(error instanceof WorkerError) || final.includes(error.code)) {
        chain.breaches.push(`a save was refused: ${String(error)}`)
        return null
      }
      chain.retries += 1
      await wait(PAUSE_MS)
    }
  }
  chain.breaches.push('a save was not acknowledged within a minute')
  return null
}

/** Writes one item again and again. @param onTold called after each acknowledged save */
export async function writeChain(
  worker: Worker,
  itemId: string,
  saves: number,
  onTold: () => void,
): Promise<Chain> {
  const chain: Chain = { itemId, written: [], retries: 0, breaches: [] }
  for (let count = 1; count <= saves; count += 1) {
    const headline = `${itemId} ${count}`
    const version = await saveUntilTold(worker, chain, headline)
    if (version === null) return chain
    chain.written.push(headline)
    if (version !== count) chain.breaches.push(`save ${count} was told of version ${version}`)
    onTold()
  }
  return chain
}
