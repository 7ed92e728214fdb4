import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/accounts/schema'
import { loadDraftText } from '@/lib/draft-text/queries'
import type { PutText, TextClash } from '@/lib/draft-text/schema'
import { AppError } from '@/lib/errors/app-error'
import { saveText } from './save-text'

/**
 * Saves a draft's text from a program, and gives what the draft is then, with the marks of what was new.
 * @throws AppError as `saveText`, but `changed` where the text can't be merged with what others saved
 */
export async function putText(
  actor: Actor,
  { issueId, key, ...sent }: PutText & { issueId: string },
): Promise<{ text: string; tag: string }> {
  try {
    await saveText(actor, { ...sent, issueId, commandId: key ?? randomUUID() })
  } catch (error) {
    throw error instanceof AppError && error.code === 'conflict' ? unmerged(error) : error
  }
  return loadDraftText(actor, issueId)
}

function unmerged(error: AppError): AppError {
  const clashes = (error.detail.clashes ?? []) as TextClash[]
  const names = clashes.map(({ name, what }) => `${name} (${what})`).join(', ')
  const message = `Others changed the same words since you took the text: ${names}. Nothing was saved. Take the text again, or send it with ?prefer=yours or ?prefer=theirs.`
  return new AppError('changed', message, { detail: error.detail, cause: error })
}
