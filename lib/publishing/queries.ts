import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db/db'
import { countChanges } from '@/lib/document/rules'
import { issueDocumentSchema } from '@/lib/document/schema'
import { loadDraft } from '@/lib/issues/queries'
import type { IssueDraft } from '@/lib/issues/schema'
import { buildDocument } from './rules'

/** What readers have of an issue, beside its draft. `changes`: how many things a correction would change. */
export type PublishedView = {
  edition: number
  path: string
  publishedAt: string
  updatedAt: string
  withdrawnAt: string | null
  /** What readers are told of the last correction, Markdown. */
  correction: string | null
  changes: number
}

/** The draft and what readers have of it. @throws AppError `not_found` */
export async function loadForEditing(
  actor: Actor,
  id: string,
): Promise<IssueDraft & { published: PublishedView | null }> {
  const draft = await loadDraft(actor, id)
  const archived = await db().archivedIssue.findUnique({
    where: { issueId: id },
    select: { slug: true, withdrawnAt: true, edition: { select: { document: true } } },
  })
  if (!archived) return { ...draft, published: null }
  const document = issueDocumentSchema.parse(archived.edition.document)
  const { edition, issue } = document
  const { publishedAt, updatedAt, correction, lang, dir } = issue
  const meta = { edition, publishedAt, updatedAt, correction }
  const changes = countChanges(document, buildDocument(draft, { lang, dir }, meta))
  const withdrawnAt = archived.withdrawnAt?.toISOString() ?? null
  const path = `/issues/${archived.slug}`
  return { ...draft, published: { edition, path, publishedAt, updatedAt, withdrawnAt, correction, changes } }
}
