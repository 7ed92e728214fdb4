import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayEditCopy } from '@/lib/sponsors/policy'
import { adCopySchema, type reuseCopySchema } from '@/lib/sponsors/schema'
import { mergeSave, raiseVersions } from '@/lib/versions/rules'
import { lockSlot } from './locate-slot'
import { lockCopy } from './save-copy'
import { makeVersion, type SubmittedCopy } from './submit-copy'

type Input = z.output<typeof reuseCopySchema> & { commandId: string; slotId: string }

/**
 * Fills a slot's copy with what the same company sent in before, address and image included, and sends it for review
 * where that is wanted. What was being written in the slot is replaced; what had been sent in stays in its history.
 * @throws AppError `wrong_state`, `not_found` for a version of another company too, `invalid` against the spec
 */
export function reuseCopy(
  actor: Actor,
  input: Input,
  outer?: Tx,
): Promise<{ submitted: SubmittedCopy | null }> {
  return runCommand(
    actor,
    { id: input.commandId, name: 'reuse-copy' },
    async (tx) => {
      const slot = await lockSlot(tx, actor, input.slotId)
      if (!mayEditCopy(actor, slot))
        throw new AppError('wrong_state', 'This slot is over; its copy can’t be changed.')
      const version = await tx.adCopyVersion.findFirst({
        where: { id: input.versionId, sponsorId: slot.sponsorId },
      })
      if (!version) throw notFound('copy')
      const { headline, text, callToAction, url, imageId, imageAlt } = version
      const again = adCopySchema.parse({ headline, text, callToAction, url, imageId, imageAlt })
      const { row, content } = await lockCopy(tx, slot.copyId)
      const { changed } = mergeSave(content, row, row.version, again)
      const raised = raiseVersions(row, changed)
      await tx.adCopy.update({ where: { id: row.id }, data: { ...changed, ...raised } })
      if (!input.submit) return { submitted: null }
      return { submitted: await makeVersion(tx, actor, slot, { copyId: row.id, content: again }) }
    },
    outer,
  )
}

/**
 * `reuseCopy` for a page: copy that can't be sent in as it is, since this slot takes less, is filled in all the same, to
 * be changed there.
 * @throws AppError as `reuseCopy` does
 */
export async function reuseOrFill(actor: Actor, input: Input): Promise<{ submitted: SubmittedCopy | null }> {
  try {
    return await reuseCopy(actor, input)
  } catch (error) {
    if (!input.submit || !(error instanceof AppError) || error.code !== 'invalid') throw error
    const { submit: _, ...filling } = input
    await reuseCopy(actor, { ...filling, commandId: randomUUID() })
    throw error
  }
}
