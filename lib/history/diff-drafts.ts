import type { Tongue } from '@/lib/document/language'
import type { IssueDocument } from '@/lib/document/schema'
import type { IssueDraft } from '@/lib/issues/schema'
import { buildDocument, buildItem } from '@/lib/publishing/rules'
import { diffDocuments } from './rules'
import type { RowDiff } from './schema'

const meta = { edition: 0, publishedAt: '', updatedAt: '', correction: null }

/** A draft as something to compare: with the sections that no reader sees, since they are empty. */
function comparable(draft: IssueDraft, tongue: Tongue): IssueDocument {
  const sections = draft.sections.map(({ id, title, layout, items }) => ({
    id,
    title: title?.trim() || null,
    layout,
    items: items.map(buildItem),
  }))
  return { ...buildDocument(draft, tongue, meta), sections }
}

/** What differs from one state of a draft to another, row by row. */
export function diffDrafts(before: IssueDraft, after: IssueDraft, { lang, dir }: Tongue): RowDiff[] {
  const tongue = { lang, dir }
  return diffDocuments(comparable(before, tongue), comparable(after, tongue))
}
