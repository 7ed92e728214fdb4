import type { IssueDocument } from '@/lib/document/schema'
import type { IssueDraft } from '@/lib/issues/schema'
import type { PublicationView } from '@/lib/publication/schema'
import { buildDocument } from '@/lib/publishing/rules'

/** The document that a draft would make if it went out now, or at the time it is scheduled for. */
export function documentOf(
  draft: IssueDraft,
  publication: PublicationView,
  updatedAt: string | undefined,
): IssueDocument {
  const at = draft.scheduledAt ?? new Date().toISOString()
  const meta = { edition: 0, publishedAt: at, updatedAt: updatedAt ?? at, correction: null }
  return buildDocument(draft, publication, meta)
}
