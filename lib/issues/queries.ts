import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { isUuid } from '@/lib/ids/rules'
import { loadDraftIn } from './load-draft'
import { canReadIssues } from './policy'
import type { IssueDraft } from './schema'

/** The whole draft of an issue, in every state. @throws AppError `not_found` for a stranger and for nothing alike */
export async function loadDraft(actor: Actor, id: string): Promise<IssueDraft> {
  const draft = canReadIssues(actor) && isUuid(id) ? await loadDraftIn(db(), id) : null
  if (!draft) throw notFound('issue')
  return draft
}
