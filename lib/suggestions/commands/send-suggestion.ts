import { randomBytes } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import { networksOf, standsForOneClient } from '@/lib/accounts/client-address'
import { isWithinLimit, type Limit } from '@/lib/accounts/rate-limit'
import { systemActor } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/audit'
import { addCaptures } from '@/lib/captures/commands/add-captures'
import { holdCaptures } from '@/lib/captures/commands/held'
import { findWaitingOf } from '@/lib/captures/waiting'
import { now } from '@/lib/clock/clock'
import { db, type Tx, transaction } from '@/lib/db/db'
import { AppError, notFound } from '@/lib/errors/app-error'
import { addedTo, MOST_WAITING, suggestionLimits } from '@/lib/suggestions/rules'
import type { SendSuggestion } from '@/lib/suggestions/schema'
import { hashToken } from '@/lib/tokens/hash-token'
import { raiseVersions } from '@/lib/versions/rules'

const readers = systemActor('suggestions')
const waiting: Prisma.CaptureWhereInput = { source: 'SUGGESTION', state: { in: ['NEW', 'LATER'] } }

/**
 * A reader suggests a link: it comes into the inbox, with the sender's name as whom to credit. One that another reader
 * suggested, and that waits still, is there once with the words of both, and both are told what becomes of it.
 * @param client what the limit for one client counts: its network address, unless that is a proxy's
 * @returns the path of its status page, which nobody else knows, and no receipt
 * @throws AppError `not_found` while no suggestions are taken; `invalid` for what robots fill in; `too_many`
 */
export async function sendSuggestion(input: SendSuggestion, client: string): Promise<{ path: string }> {
  const open = await db().publication.count({ where: { id: 1, suggestionsOpen: true } })
  if (open === 0) throw notFound('page')
  if (input.reference !== '') {
    const message =
      'A field that people don’t see was filled in, perhaps by the browser. It is empty now: send again.'
    throw new AppError('invalid', message)
  }
  await enforceLimits(client)
  const token = randomBytes(32).toString('base64url')
  await transaction(async (tx) => {
    // One at a time: two of one address must not both find it new, nor all find the last room.
    await tx.$queryRaw`SELECT "id" FROM "Publication" WHERE "id" = 1 FOR UPDATE`
    const captureId = await captureFor(tx, input)
    const data = { captureId, tokenHash: hashToken(token), url: input.url, createdAt: now() }
    await tx.suggestion.create({ data, select: { id: true } })
  })
  return { path: `/suggest/${token}` }
}

async function enforceLimits(client: string): Promise<void> {
  const within = async (purpose: string, subject: string, limit: Limit, when: string) => {
    if (await isWithinLimit(purpose, subject, limit)) return
    const message = `Thank you for so many! They are read one by one, so please send this one ${when}.`
    throw new AppError('too_many', message)
  }
  if (!standsForOneClient(client)) {
    await within('suggest-hidden', '', suggestionLimits.hidden, 'in an hour')
    return
  }
  const { own, around } = networksOf(client)
  await within('suggest-client', own, suggestionLimits.client, 'in an hour')
  await within('suggest-network', around, suggestionLimits.network, 'tomorrow')
}

/** Adds what another reader wrote to a capture, as a save would: whoever writes in it just now loses nothing. */
async function addWords(tx: Tx, id: string, input: SendSuggestion): Promise<void> {
  const [held] = await holdCaptures(tx, [id])
  if (!held) return
  const changed = addedTo(held, input)
  if (Object.keys(changed).length === 0) return
  // A title that a reader sends is the page’s, as from the first of them: none that somebody here wrote.
  const { title: _, ...words } = changed
  const { version, fieldVersions } = raiseVersions(held, words)
  const data = { ...changed, version, fieldVersions }
  await tx.capture.update({ where: { id }, data, select: { id: true } })
  const detail = { fields: Object.keys(changed), version }
  await recordAudit(tx, readers, { action: 'save-capture', subject: 'capture', subjectId: id, detail })
}

async function captureFor(tx: Tx, input: SendSuggestion): Promise<string> {
  const { url, title, reason, name } = input
  const known = await findWaitingOf(tx, url, ({ source }) => source === 'SUGGESTION')
  if (known) {
    await addWords(tx, known.id, input)
    return known.id
  }
  if ((await tx.capture.count({ where: waiting })) >= MOST_WAITING) {
    const message = 'More was suggested than can be read just now. Please come again in some days.'
    throw new AppError('too_many', message)
  }
  const capture = { url, title, quote: '', note: reason, via: name, source: 'SUGGESTION' } as const
  const { ids } = await addCaptures(readers, { commandId: '', captures: [capture] }, tx)
  const [id] = ids
  if (!id) throw new Error('A suggestion became no capture')
  return id
}
