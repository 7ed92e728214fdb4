import { randomUUID } from 'node:crypto'
import { db } from '@/lib/db/db'
import { hashToken } from '@/lib/tokens/hash-token'
import { makeCapture } from './captures'
import { makePagesOld } from './published-issue'

/** Readers may suggest links. */
export async function openSuggestions(): Promise<void> {
  await db().publication.updateMany({ data: { suggestionsOpen: true } })
  await makePagesOld()
}

/** A suggestion that waits. @returns the token in the address of its status page */
export async function makeSuggestion(token: string = randomUUID()): Promise<string> {
  const url = `https://example.org/${randomUUID()}`
  const captureId = await makeCapture({ url, source: 'SUGGESTION' })
  const tokenHash = hashToken(token)
  await db().suggestion.create({ data: { captureId, tokenHash, url, createdAt: new Date() } })
  return token
}
