import { enforceLimit } from '@/lib/accounts/rate-limit'
import type { Actor } from '@/lib/accounts/schema'
import { actorIdOf } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { now } from '@/lib/clock/clock'
import { type Tx, transaction } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { runCommand } from '@/lib/receipts/run-command'
import { type ReadImage, readImage } from '@/lib/sponsors/images/read-image'
import { mayEditCopy } from '@/lib/sponsors/policy'
import { lockSlot } from './locate-slot'

type Input = { commandId: string; slotId: string; bytes: Uint8Array }
export type AddedImage = { id: string; width: number; height: number }

/** Decoding is dear, and a capability link may come into wrong hands. */
const LIMIT = { limit: 60, seconds: 3600 }
/** Images of one company that stand in no copy: the newest are kept, for whoever is still choosing. */
const UNUSED_KEPT = 20

/**
 * Takes in an image for the copy of a slot; the same one twice is one. It stands in the copy once that is saved with its
 * id. Whoever may not is told before anything is decoded, and no transaction is open while it is.
 * @throws AppError `not_found`, `wrong_state`, `too_many`; `too_large` and `invalid` at the field `image`
 */
export async function addImage(actor: Actor, { commandId, slotId, bytes }: Input): Promise<AddedImage> {
  await transaction((tx) => lockImagePlace(tx, actor, slotId))
  const person = actorIdOf(actor)
  if (person) await enforceLimit('add-image', person, LIMIT)
  const image = await readImage(bytes)
  return runCommand(actor, { id: commandId, name: 'add-image' }, async (tx) => {
    const { sponsorId } = await lockImagePlace(tx, actor, slotId)
    const added = await keepImage(tx, sponsorId, image)
    const detail = { hash: image.hash, width: image.width, height: image.height }
    await recordAudit(tx, actor, { action: 'add-image', subject: 'slot', subjectId: slotId, detail })
    return added
  })
}

async function lockImagePlace(tx: Tx, actor: Actor, slotId: string): Promise<{ sponsorId: string }> {
  const slot = await lockSlot(tx, actor, slotId)
  if (!mayEditCopy(actor, slot))
    throw new AppError('wrong_state', 'This slot is over; its copy can’t be changed.')
  const placement = await tx.placement.findUniqueOrThrow({
    where: { id: slot.placementId },
    select: { imageAllowed: true },
  })
  if (placement.imageAllowed) return slot
  const message = 'This placement has no image; its copy is text alone.'
  throw new AppError('invalid', message, { fields: { image: message } })
}

async function keepImage(tx: Tx, sponsorId: string, image: ReadImage): Promise<AddedImage> {
  const createdAt = now()
  const added = await tx.adImage.upsert({
    where: { sponsorId_hash: { sponsorId, hash: image.hash } },
    create: { ...image, sponsorId, createdAt },
    update: { createdAt },
    select: { id: true, width: true, height: true },
  })
  await tx.$executeRaw`
    DELETE FROM "AdImage" WHERE "id" IN (
      SELECT image."id" FROM "AdImage" image
      WHERE image."sponsorId" = ${sponsorId}::uuid
        AND NOT EXISTS (SELECT 1 FROM "AdCopy" copy WHERE copy."imageId" = image."id")
        AND NOT EXISTS (SELECT 1 FROM "AdCopyVersion" version WHERE version."imageId" = image."id")
      ORDER BY image."createdAt" DESC, image."id" DESC OFFSET ${UNUSED_KEPT}
    )`
  return added
}
