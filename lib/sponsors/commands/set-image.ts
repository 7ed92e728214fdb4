import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { runCommand } from '@/lib/receipts/run-command'
import type { imageFormSchema } from '@/lib/sponsors/images/schema'
import type { AdCopyContent } from '@/lib/sponsors/schema'
import { addImage } from './add-image'
import { lockSlot } from './locate-slot'
import { lockCopy, saveCopy } from './save-copy'

type Input = z.output<typeof imageFormSchema> & { slotId: string }

/** `version`: of the copy with it. */
type SetImage = { imageId: string | null; version: number }

/**
 * Puts an image into the copy of a slot, or takes it out. Of two people who choose one at the same time the later has
 * it: an image is looked at, not merged.
 * @throws AppError as `addImage` and `saveCopy` do
 */
export async function setImage(actor: Actor, input: Input): Promise<SetImage> {
  const { commandId = randomUUID(), slotId, imageAlt, remove } = input
  const image = remove ? undefined : input.image
  const added = image && (await addImage(actor, { commandId: randomUUID(), slotId, bytes: image }))
  const imageId = added?.id ?? null
  return runCommand(actor, { id: commandId, name: 'set-image' }, async (tx) => {
    const slot = await lockSlot(tx, actor, slotId)
    const { row } = await lockCopy(tx, slot.copyId)
    const fields: Partial<AdCopyContent> = { imageId, ...(imageAlt === undefined ? {} : { imageAlt }) }
    const asked = { commandId: randomUUID(), slotId, version: row.version, fields }
    const { version } = await saveCopy(actor, asked, tx)
    return { imageId, version }
  })
}
