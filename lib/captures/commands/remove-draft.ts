import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { captureOfItem } from '@/lib/captures/rules'
import { captureAddressProblem } from '@/lib/captures/schema'
import { now } from '@/lib/clock/clock'
import type { Tx } from '@/lib/db/db'
import { itemSelect } from '@/lib/issues/commands/item-select'
import { removeIssue } from '@/lib/issues/commands/remove-issue'
import { type commandSchema, itemContentSchema } from '@/lib/issues/schema'
import { runCommand } from '@/lib/receipts/run-command'
import { type HeldCapture, holdCaptures, moveHeld, rewritten, standsNowhere } from './held'

/** `returned`: how many links went back into the inbox. */
export type RemovedDraft = { removalId: string; returned: number }

/**
 * Removes an issue that was never published. What came into it from the inbox is there again, on top, with what was
 * written of it in the draft; restoring the issue takes it out once more.
 * @throws AppError as `removeIssue` does
 */
export function removeDraft(
  actor: Actor,
  input: z.infer<typeof commandSchema> & { id: string },
  outer?: Tx,
): Promise<RemovedDraft> {
  const remove = async (tx: Tx) => {
    const { removalId } = await removeIssue(actor, input, tx)
    const captures = await returnAll(tx, removalId, input.id)
    const detail = { captures, issueId: input.id }
    const [subjectId] = captures
    if (subjectId)
      await recordAudit(tx, actor, { action: 'return-items', subject: 'capture', subjectId, detail })
    return { removalId, returned: captures.length }
  }
  return runCommand(actor, { id: input.commandId, name: 'remove-issue' }, remove, outer)
}

/** What was removed from the draft by hand before stays as it is. @returns ids of the captures */
async function returnAll(tx: Tx, commandId: string, issueId: string): Promise<string[]> {
  const items = await tx.item.findMany({
    where: { removedAt: null, section: { issueId, removedAt: null }, capture: { state: 'PLACED' } },
    select: { ...itemSelect, version: true, capture: { select: { id: true } } },
  })
  const held = await holdCaptures(
    tx,
    items.flatMap(({ capture }) => capture?.id ?? []),
  )
  const onTop = { ...standsNowhere, state: 'NEW', surfacesAt: now() } as const
  const words = new Map(items.map(({ capture, ...item }) => [capture?.id, wordsOf(item)]))
  const untouched = held.filter(({ id }) => !words.get(id))
  await moveHeld(tx, commandId, untouched, onTop)
  for (const capture of held.filter((each) => !untouched.includes(each))) {
    const texts = words.get(capture.id)
    if (texts) await moveHeld(tx, commandId, [capture], { ...onTop, ...rewritten(capture, texts) })
  }
  return held.map(({ id }: HeldCapture) => id)
}

/** What a capture takes along of its item: nothing where nobody has written in it, or its address is none any more. */
function wordsOf({ version, ...content }: { version: number } & Record<string, unknown>) {
  const texts = version === 0 ? null : captureOfItem(itemContentSchema.parse(content))
  return texts && captureAddressProblem(texts.url) === null ? texts : null
}
