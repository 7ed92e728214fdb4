import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type Actor, actorIdOf } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { AppError } from '@/lib/errors/app-error'
import { type AdCopyContent, adCopySchema, type copyFormSchema } from '@/lib/sponsors/schema'
import { saveCopy } from './save-copy'
import { type SubmittedCopy, submitCopy } from './submit-copy'

type Input = z.output<typeof copyFormSchema> & { slotId: string }

/**
 * Saves a form's copy, then sends it in where that was pressed: copy that can't be sent yet is saved all the same.
 * @throws AppError as `saveCopy` and `submitCopy` do
 */
async function sendCopyForm(
  actor: Actor,
  input: Input,
): Promise<{ version: number; submitted: SubmittedCopy | null }> {
  const { commandId = randomUUID(), version, intent, slotId, imageAlt, ...typed } = input
  const fields: Partial<AdCopyContent> = { ...typed, ...(imageAlt === undefined ? {} : { imageAlt }) }
  const saved = await saveCopy(actor, { commandId, slotId, version, fields })
  if (intent === 'save') return { version: saved.version, submitted: null }
  // Its own id, made from nothing: a form pressed twice sends the same text, which makes no second version.
  const again = { commandId: randomUUID(), slotId, version: saved.version }
  return { version: saved.version, submitted: await submitCopy(actor, again) }
}

const KEPT = 'kept-copy-form'

/**
 * Keeps what a plain form brought and couldn't save, since another person saved the same text: its page shows both.
 * @returns the id under which `keptForm` finds it, for its writer alone
 */
async function keepForm(actor: Actor, input: Input): Promise<string> {
  const { headline, text, callToAction, url, slotId } = input
  const id = randomUUID()
  const result = { headline, text, callToAction, url, slotId }
  await db().commandReceipt.create({ data: { id, actorId: actorIdOf(actor), command: KEPT, result } })
  return id
}

const keptSchema = adCopySchema.pick({ headline: true, text: true, callToAction: true, url: true })
export type KeptForm = z.infer<typeof keptSchema>

/** What `keepForm` kept of this person's for this slot; null for everybody else. */
export async function keptForm(actor: Actor, slotId: string, id: string): Promise<KeptForm | null> {
  const where = { id, actorId: actorIdOf(actor), command: KEPT }
  const kept = await db().commandReceipt.findFirst({ where, select: { result: true } })
  if (typeof kept?.result !== 'object' || kept.result === null || !('slotId' in kept.result)) return null
  const { slotId: of, ...fields } = kept.result
  return of === slotId ? keptSchema.parse(fields) : null
}

/**
 * `sendCopyForm` for a form with or without script. One without can't show both texts of a conflict by itself, so what
 * it brought is kept, and the error says under which id.
 */
export async function sendOrKeep(actor: Actor, input: Input, plain: boolean) {
  try {
    return await sendCopyForm(actor, input)
  } catch (error) {
    if (!plain || !(error instanceof AppError) || error.code !== 'conflict') throw error
    const detail = { ...error.detail, kept: await keepForm(actor, input) }
    throw new AppError('conflict', error.message, { detail })
  }
}
