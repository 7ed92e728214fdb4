import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/accounts/schema'
import { addCaptures } from '@/lib/captures/commands/add-captures'
import { bareCapture, type NewCapture } from '@/lib/captures/schema'
import { tester } from './issues'

/** A capture in the inbox, with any of its texts; by the system unless told. */
export async function makeCapture(fields: Partial<NewCapture> = {}, actor: Actor = tester): Promise<string> {
  const url = `https://example.org/${randomUUID()}`
  const capture = { ...bareCapture(url), source: 'STUDIO' as const, ...fields }
  const { ids } = await addCaptures(actor, { commandId: randomUUID(), captures: [capture] })
  return ids[0] ?? ''
}
