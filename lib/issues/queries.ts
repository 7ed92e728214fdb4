import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { isUuid } from '@/lib/ids/rules'
import { nextNumber } from './commands/numbering'
import { loadDraftIn } from './load-draft'
import { canReadIssues } from './policy'
import type { IssueDraft } from './schema'
import { plannedUntil, upcomingDate } from './upcoming-date'

/** The whole draft of an issue, in every state. @throws AppError `not_found` for a stranger and for nothing alike */
export async function loadDraft(actor: Actor, id: string): Promise<IssueDraft> {
  const draft = canReadIssues(actor) && isUuid(id) ? await loadDraftIn(db(), id) : null
  if (!draft) throw notFound('issue')
  return draft
}

/**
 * What the next issue would take: its number, and the first date of the cadence that nobody planned yet. `opens`: the
 * date of the one that would be started, which may be planned before that.
 * @throws AppError `not_found`
 */
export async function nextIssue(actor: Actor): Promise<{ number: number; date: string; opens: string }> {
  if (!canReadIssues(actor)) throw notFound('issue')
  const [number, date] = await Promise.all([nextNumber(db()), upcomingDate(db())])
  const planned = await plannedUntil(db(), date)
  return { number, date, opens: planned?.date.toISOString().slice(0, 10) ?? date }
}
