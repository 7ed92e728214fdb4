import type { Actor } from '@/lib/accounts/schema'
import { canTakeOut } from '@/lib/captures/policy'
import { captureOfItem } from '@/lib/captures/rules'
import { type CaptureExtras, type CaptureText, captureAddressProblem } from '@/lib/captures/schema'
import type { Tx } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { lockItem } from '@/lib/issues/commands/locate'
import { removeItem } from '@/lib/issues/commands/remove-item'
import { itemContentSchema } from '@/lib/issues/schema'

export type WrittenTexts = CaptureText & { extras: CaptureExtras }

/**
 * Takes an item out of its issue for the inbox to have it.
 * @param removalId the command that brings it back
 * @returns its texts as a capture has them. `isUntouched`: nobody has written in it since it was placed
 * @throws AppError `wrong_state` where readers have it, `invalid` where it has no address to be kept by; `removed`,
 * `not_found`
 */
export async function takeOutItem(
  tx: Tx,
  actor: Actor,
  removalId: string,
  itemId: string,
): Promise<{ texts: WrittenTexts; isUntouched: boolean; issueId: string }> {
  const { content, version, issueId, state } = await lockItem(tx, actor, itemId)
  if (!canTakeOut(actor, { state })) {
    const message = 'Readers have this issue already. Remove the item there, and correct the issue.'
    throw new AppError('wrong_state', message)
  }
  const texts = captureOfItem(itemContentSchema.parse(content))
  const problem = captureAddressProblem(texts.url)
  if (problem)
    throw new AppError('invalid', `The inbox keeps links. ${problem}`, { fields: { url: problem } })
  await removeItem(actor, { commandId: removalId, id: itemId }, tx)
  return { texts, isUntouched: version === 0, issueId }
}
