import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type Actor, actorIdOf } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { type AdCopyContent, adCopySchema, type copyFormSchema } from '@/lib/sponsors/schema'
import { given } from '@/lib/versions/rules'
import type { Saved } from '@/lib/versions/save'
import { commentOnSlot } from './comment'
import { saveCopy } from './save-copy'
import { setImage } from './set-image'
import { changedMeanwhile, type SubmittedCopy, submitCopy } from './submit-copy'

type Input = z.output<typeof copyFormSchema> & { slotId: string }

const KEPT = 'kept-copy-form'

const typedIn = ({ headline, text, callToAction, url, imageAlt }: Input): Partial<AdCopyContent> =>
  given<AdCopyContent>({ headline, text, callToAction, url, imageAlt })

const keptSchema = adCopySchema.omit({ imageId: true }).partial()
export type KeptCopyForm = Partial<Record<keyof z.infer<typeof keptSchema>, string>>

/**
 * Keeps what a plain form brought and couldn't save, since another person saved the same text or the slot is over: its
 * page shows it.
 * @returns the id under which `keptCopyForm` finds it, for its writer alone
 */
async function keepCopyForm(actor: Actor, input: Input): Promise<string> {
  const id = randomUUID()
  const result = { slotId: input.slotId, ...typedIn(input) }
  await db().commandReceipt.create({ data: { id, actorId: actorIdOf(actor), command: KEPT, result } })
  return id
}

/** What `keepCopyForm` kept of this person's for this slot; null for everybody else. */
export async function keptCopyForm(actor: Actor, slotId: string, id: string): Promise<KeptCopyForm | null> {
  const where = { id, actorId: actorIdOf(actor), command: KEPT }
  const kept = await db().commandReceipt.findFirst({ where, select: { result: true } })
  if (typeof kept?.result !== 'object' || kept.result === null || !('slotId' in kept.result)) return null
  const { slotId: of, ...fields } = kept.result
  return of === slotId ? given<KeptCopyForm>(keptSchema.parse(fields)) : null
}

/** @throws AppError as `saveCopy` does; of a plain form with the id of what it brought */
async function saveForm(actor: Actor, input: Input, plain: boolean): Promise<Saved<AdCopyContent>> {
  const { commandId = randomUUID(), version, slotId } = input
  try {
    return await saveCopy(actor, { commandId, slotId, version, fields: typedIn(input) })
  } catch (error) {
    if (!plain || !(error instanceof AppError) || error.code === 'not_found') throw error
    const detail = { ...error.detail, kept: await keepCopyForm(actor, input) }
    throw new AppError(error.code, error.message, { detail })
  }
}

/**
 * Saves a form's copy with the image that was chosen, then sends it in where that was pressed, or says what was written
 * to the editors: copy that can't be sent yet is saved all the same. What its writer hasn't seen, such as a colleague's
 * new address, is not sent in their name. A form without script can't hold what it couldn't save by itself, so that is
 * kept, and the error says under which id.
 * @throws AppError as `saveCopy`, `setImage`, `commentOnSlot` and `submitCopy` do
 */
export async function sendOrKeep(
  actor: Actor,
  input: Input,
  plain: boolean,
): Promise<{ version: number; submitted: SubmittedCopy | null }> {
  const { slotId, image, remove, comment = '', intent } = input
  const { version: saved, unseen } = await saveForm(actor, input, plain)
  const isImage = image !== undefined || remove !== undefined
  const version = isImage ? (await setImage(actor, { slotId, image, remove })).version : saved
  if (intent === 'comment') {
    const message = 'Write something first.'
    if (comment.trim() === '') throw new AppError('invalid', message, { fields: { comment: message } })
    await commentOnSlot(actor, { commandId: randomUUID(), slotId, comment })
  }
  if (intent !== 'submit') return { version, submitted: null }
  if (Object.keys(unseen).length > 0) throw changedMeanwhile(version)
  // Its own id, made from nothing: a form pressed twice sends the same text, which makes no second version.
  const again = { commandId: randomUUID(), slotId, version }
  return { version, submitted: await submitCopy(actor, again) }
}
