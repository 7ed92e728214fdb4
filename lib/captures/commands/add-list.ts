import type { z } from 'zod'
import { authorize } from '@/lib/accounts/authorize'
import type { Actor } from '@/lib/accounts/schema'
import { parseList } from '@/lib/captures/parse-list'
import { canCapture } from '@/lib/captures/policy'
import { type AddedList, type addListSchema, type CaptureText, MOST_AT_ONCE } from '@/lib/captures/schema'
import { findWaiting } from '@/lib/captures/waiting'
import type { Tx } from '@/lib/db/db'
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
    const known = await findKnown(tx, captures)
    const news = firstOfEach(captures).filter(
      (capture) => saysMore(capture) || !known.has(keyOf(capture.url)),
    )
    const withSource = news.map(({ line: _, ...capture }) => ({ ...capture, source: 'STUDIO' as const }))
    const { ids } = await addCaptures(actor, { ...input, captures: withSource }, tx)
    const added = new Set(news.map(({ url }) => keyOf(url)))
    return { added: ids, known: [...known].flatMap(([key, row]) => (added.has(key) ? [] : [row])), problems }
  })
}

const saysMore = ({ quote, note, via }: CaptureText) => [quote, note, via].some((text) => text !== '')

/** Of lines that say the same of one address, the first. */
function firstOfEach<C extends CaptureText>(captures: readonly C[]): C[] {
  const seen = new Set<string>()
  return captures.filter((capture) => {
    const key = JSON.stringify([
      keyOf(capture.url),
      ...(saysMore(capture) ? [capture.quote, capture.note, capture.via] : []),
    ])
    return !seen.has(key) && seen.add(key)
  })
}

/** What links are compared by; what is no address of the web by itself. */
const keyOf = (url: string) => canonicalLink(url)?.canonical ?? url

/** What of these links waits in the inbox or for later, however its address was written, by `keyOf`. */
async function findKnown(
  tx: Tx,
  captures: readonly CaptureText[],
): Promise<Map<string, AddedList['known'][number]>> {
  const waiting = await findWaiting(
    tx,
    captures.flatMap(({ url }) => canonicalLink(url)?.canonical ?? []),
  )
  return new Map(
    [...waiting].flatMap(([key, [newest]]) =>
      newest
        ? [[key, { url: newest.url, title: newest.title, capturedAt: newest.capturedAt.toISOString() }]]
        : [],
    ),
  )
}
