import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import type { Tx } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { mayEditCopy } from '@/lib/sponsors/policy'
import { type AdCopyContent, adCopySchema, type saveCopySchema } from '@/lib/sponsors/schema'
import { mergeSave, raiseVersions, type Versioned } from '@/lib/versions/rules'
import { refuseConflicts, type Saved } from '@/lib/versions/save'
import { lockSlot } from './locate-slot'

/**
 * Saves fields of the copy of a slot, as its writer types; what was submitted before stays as it was. Two people of one
 * company don't overwrite each other.
 * @throws AppError `conflict` with both texts, `wrong_state`, `not_found`
 */
export function saveCopy(
  actor: Actor,
  input: z.output<typeof saveCopySchema> & { slotId: string },
  outer?: Tx,
): Promise<Saved<AdCopyContent>> {
  return runCommand(
    actor,
    { id: input.commandId, name: 'save-copy' },
    async (tx) => {
      const slot = await lockSlot(tx, actor, input.slotId)
      if (!mayEditCopy(actor, slot))
        throw new AppError('wrong_state', 'This slot is over; its copy can’t be changed.')
      const { row, content } = await lockCopy(tx, slot.copyId)
      const merge = mergeSave<AdCopyContent>(content, row, input.version, input.fields)
      refuseConflicts(row, merge)
      if (merge.changed.imageId) await requireImage(tx, merge.changed.imageId, slot.sponsorId)
      const { version, fieldVersions } = raiseVersions(row, merge.changed)
      if (version !== row.version) {
        await tx.adCopy.update({ where: { id: row.id }, data: { ...merge.changed, version, fieldVersions } })
      }
      return { version, unseen: merge.unseen }
    },
    outer,
  )
}

/** The copy being worked on, locked. @throws AppError `not_found` */
export async function lockCopy(
  tx: Tx,
  id: string | null,
): Promise<{ row: Versioned & { id: string }; content: AdCopyContent }> {
  const [found] = await tx.$queryRaw<(Versioned & AdCopyContent & { id: string })[]>`
    SELECT "id", "version", "fieldVersions", "headline", "text", "callToAction", "url", "imageId", "imageAlt"
    FROM "AdCopy" WHERE "id" = ${id}::uuid FOR UPDATE`
  if (!found) throw notFound('copy')
  const { id: copyId, version, fieldVersions, ...content } = found
  return { row: { id: copyId, version, fieldVersions }, content: adCopySchema.parse(content) }
}

async function requireImage(tx: Tx, id: string, sponsorId: string): Promise<void> {
  if ((await tx.adImage.count({ where: { id, sponsorId } })) === 0) throw notFound('image')
}
