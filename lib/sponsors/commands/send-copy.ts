import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type Actor, actorIdOf } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { type AdCopyContent, adCopySchema, type copyFormSchema } from '@/lib/sponsors/schema'
import { given } from '@/lib/versions/rules'
import type { Saved } from '@/lib/versions/save'
import { saveCopy } from './save-copy'
import { changedMeanwhile, type SubmittedCopy, submitCopy } from './submit-copy'

type Input = z.output<typeof copyFormSchema> & { slotId: string }

const KEPT = 'kept-copy-form'

const keptSchema = adCopySchema.omit({ imageId: true }).partial()
export type KeptForm = Partial<Record<keyof z.infer<typeof keptSchema>, string>>

/**
 * Keeps what a plain form brought and couldn't save, since another person saved the same text or the slot is over: its
 * page shows it.
 * @returns the id under which `keptForm` finds it, for its writer alone
 */
async function keepForm(actor: Actor, input: Input): Promise<string> {
  const { version: _, intent: __, commandId: ___, ...kept } = input
  const id = randomUUID()
  const result = given<typeof kept>(kept)
  await db().commandReceipt.create({ data: { id, actorId: actorIdOf(actor), command: KEPT, result } })
  return id
}

/** What `keepForm` kept of this person's for this slot; null for everybody else. */
export async function keptForm(actor: Actor, slotId: string, id: string): Promise<KeptForm | null> {
  const where = { id, actorId: actorIdOf(actor), command: KEPT }
  const kept = await db().commandReceipt.findFirst({ where, select: { result: true } })
  if (typeof kept?.result !== 'object' || kept.result === null || !('slotId' in kept.result)) return null
  const { slotId: of, ...fields } = kept.result
  return of === slotId ? given<KeptForm>(keptSchema.parse(fields)) : null
}

/** @throws AppError as `saveCopy` does; of a plain form with the id of what it brought */
async function saveForm(actor: Actor, input: Input, plain: boolean): Promise<Saved<AdCopyContent>> {
  const { commandId = randomUUID(), version, intent: _, slotId, ...typed } = input
  try {
    return await saveCopy(actor, { commandId, slotId, version, fields: given<AdCopyContent>(typed) })
  } catch (error) {
    if (!plain || !(error instanceof AppError) || error.code === 'not_found') throw error
    const detail = { ...error.detail, kept: await keepForm(actor, input) }
    throw new AppError(error.code, error.message, { detail })
  }
}

/**
 * Saves a form's copy, then sends it in where that was pressed: copy that can't be sent yet is saved all the same. What
 * its writer hasn't seen, such as a colleague's new address, is not sent in their name. A form without script can't hold
 * what it couldn't save by itself, so that is kept, and the error says under which id.
 * @throws AppError as `saveCopy` and `submitCopy` do
 */
export async function sendOrKeep(
  actor: Actor,
  input: Input,
  plain: boolean,
): Promise<{ version: number; submitted: SubmittedCopy | null }> {
  const { version, unseen } = await saveForm(actor, input, plain)
  if (input.intent === 'save') return { version, submitted: null }
  if (Object.keys(unseen).length > 0) throw changedMeanwhile(version)
  // Its own id, made from nothing: a form pressed twice sends the same text, which makes no second version.
  const again = { commandId: randomUUID(), slotId: input.slotId, version }
  return { version, submitted: await submitCopy(actor, again) }
}
