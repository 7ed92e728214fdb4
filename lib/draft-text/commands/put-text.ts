import { createHash, randomUUID } from 'node:crypto'
import { type Actor, actorIdOf } from '@/lib/accounts/schema'
import { loadDraftText } from '@/lib/draft-text/queries'
import type { PutText, TextClash } from '@/lib/draft-text/schema'
import { AppError } from '@/lib/errors/app-error'
import { saveText } from './save-text'

type Sent = Omit<PutText, 'key'> & { issueId: string }

/**
 * Saves a draft's text from a program, and gives what the draft is then, with the marks of what was new.
 * @throws AppError as `saveText`, but `changed` where the text can't be merged with what others saved
 */
export async function putText(
  actor: Actor,
  { key, ...sent }: PutText & { issueId: string },
): Promise<{ text: string; tag: string }> {
  try {
    await saveText(actor, { ...sent, commandId: key ? callId(actor, key, sent) : randomUUID() })
  } catch (error) {
    throw error instanceof AppError && error.code === 'conflict' ? unmerged(error) : error
  }
  return loadDraftText(actor, sent.issueId)
}

/**
 * Names a call by its key and all that it says: under a key that was used before, another text is another call. Taken for
 * the first one again it would be answered as saved, and be lost. A UUID of version 8 (RFC 9562, 5.8).
 */
function callId(actor: Actor, key: string, { issueId, text, prefer, match }: Sent): string {
  const all = JSON.stringify([actorIdOf(actor), key.toLowerCase(), issueId, text, prefer, match])
  const hex = createHash('sha256').update(all).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function unmerged(error: AppError): AppError {
  const clashes = (error.detail.clashes ?? []) as TextClash[]
  const names = clashes.map(({ name, what }) => `${name} (${what})`).join(', ')
  const message = `Others changed the same words since you took the text: ${names}. Nothing was saved. Take the text again, or send it with ?prefer=yours or ?prefer=theirs.`
  return new AppError('changed', message, { detail: error.detail, cause: error })
}
