import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { notFound } from '@/lib/errors/app-error'
import { diffDrafts } from '@/lib/history/diff-drafts'
import { readMark } from '@/lib/history/past-draft'
import { isUuid } from '@/lib/ids/rules'
import { loadDraftIn } from '@/lib/issues/load-draft'
import { canEditIssue } from '@/lib/issues/policy'
import { readPublication } from '@/lib/publication/queries'
import { planText } from './plan-text'
import type { SaveText, TextPreview } from './schema'
import { tagOf } from './tag'
import { writeDraft } from './write-draft'

/** The whole draft as one text, the name of its file, the issue's own, and its tag. @throws AppError `not_found` */
export async function loadDraftText(
  actor: Actor,
  issueId: string,
): Promise<{ text: string; name: string; title: string; tag: string }> {
  const [draft, mark] = await db().$transaction(
    async (tx) => [isUuid(issueId) ? await loadDraftIn(tx, issueId) : null, await readMark(tx)] as const,
    { isolationLevel: 'RepeatableRead' },
  )
  if (!draft || !canEditIssue(actor, draft)) throw notFound('issue')
  const title = draft.title.trim() || 'Untitled issue'
  return { text: writeDraft(draft, mark), name: `${draft.slug || 'issue'}.md`, title, tag: tagOf(draft) }
}

/** What a text would change. @throws AppError `not_found`; `invalid` where it can't be read */
export async function previewText(
  actor: Actor,
  { issueId, text, prefer }: { issueId: string; text: string; prefer?: SaveText['prefer'] },
): Promise<TextPreview> {
  const draft = await loadDraftIn(db(), issueId)
  if (!draft || !canEditIssue(actor, draft)) throw notFound('issue')
  const { merged, after, seen } = await planText(db(), draft, text, prefer)
  const { clashes, overOrder } = merged
  return { rows: diffDrafts(draft, after, await readPublication()), clashes, overOrder, seen }
}
