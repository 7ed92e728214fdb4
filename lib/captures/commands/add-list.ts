import type { z } from 'zod'
import { authorize } from '@/lib/accounts/authorize'
import type { Actor } from '@/lib/accounts/schema'
import { parseList } from '@/lib/captures/parse-list'
import { canCapture } from '@/lib/captures/policy'
import { type Said, saysAll } from '@/lib/captures/rules'
import { type AddedList, type addListSchema, type CaptureText, MOST_AT_ONCE } from '@/lib/captures/schema'
import { findWaitingWords, type WaitingCapture } from '@/lib/captures/waiting'
import { AppError } from '@/lib/errors/app-error'
import { canonicalLink } from '@/lib/links/rules'
import { runCommand } from '@/lib/receipts/run-command'
import { addCaptures } from './add-captures'

/**
 * Takes a list as it was pasted: what can be taken is taken, and of each other line the answer says why not. An
 * address that the inbox has already, and of which the list says nothing more, is not taken again.
 * @throws AppError `forbidden`; `too_large` for more than can be taken at once
 */
export async function addList(actor: Actor, input: z.infer<typeof addListSchema>): Promise<AddedList> {
  authorize(canCapture(actor))
  const { captures, problems } = parseList(input.text)
  if (captures.length > MOST_AT_ONCE) {
    const message = `These are ${captures.length} addresses; add at most ${MOST_AT_ONCE} at once. Nothing was added.`
    throw new AppError('too_large', message)
  }
  return runCommand(actor, { id: input.commandId, name: 'add-list' }, async (tx) => {
    const waiting = await findWaitingWords(
      tx,
      captures.flatMap(({ url }) => canonicalLink(url)?.canonical ?? []),
    )
    const news = newOf(captures, waiting)
    const withSource = news.map(({ line: _, ...capture }) => ({ ...capture, source: 'STUDIO' as const }))
    const { ids } = await addCaptures(actor, { ...input, captures: withSource }, tx)
    const added = new Set(news.map(({ url }) => keyOf(url)))
    const known = [...waiting].flatMap(([key, [newest]]) => (newest && !added.has(key) ? [newest] : []))
    return { added: ids, known: known.map(asKnown), problems }
  })
}

/** What links are compared by; what is no address of the web by itself. */
const keyOf = (url: string) => canonicalLink(url)?.canonical ?? url

/** Those of which neither what waits nor a line above says all already. */
function newOf<C extends CaptureText>(
  captures: readonly C[],
  waiting: ReadonlyMap<string, readonly Said[]>,
): C[] {
  const said = new Map(waiting)
  return captures.filter((capture) => {
    const before = said.get(keyOf(capture.url)) ?? []
    if (before.some((known) => saysAll(known, capture))) return false
    said.set(keyOf(capture.url), [...before, capture])
    return true
  })
}

const asKnown = ({ url, title, capturedAt, laterUntil }: WaitingCapture): AddedList['known'][number] => ({
  ...{ url, title, laterUntil },
  capturedAt: capturedAt.toISOString(),
})
