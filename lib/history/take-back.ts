import { mergeText } from '@/lib/draft-text/merge-text'
import { contentOf } from '@/lib/draft-text/write-draft'
import { AppError } from '@/lib/errors/app-error'
import type { TargetSection } from '@/lib/issues/commands/apply-draft'
import type { IssueContent, IssueDraft } from '@/lib/issues/schema'

/** Sections and items of a draft, as a change of it names them. */
export function targetOf({ sections }: IssueDraft): TargetSection[] {
  return sections.map(({ id, title, layout, items }) => ({
    id,
    content: { title, layout },
    items: items.map(({ id: itemId, version: _version, ...content }) => ({ id: itemId, content })),
  }))
}

/**
 * A draft without one change of it, which made `after` of `before`; what others changed since stays. Merged by field, as
 * the draft's text is.
 * @throws AppError `conflict` where others changed the same
 */
export function takeBack(
  before: IssueDraft,
  after: IssueDraft,
  now: IssueDraft,
): { content: IssueContent; sections: TargetSection[] } {
  const sections = targetOf(before).map((section) => ({
    ...section,
    line: 0,
    items: section.items.map((item) => ({ ...item, line: 0 })),
  }))
  const wanted = { mark: '', content: contentOf(before), sections }
  const merged = mergeText(after, wanted, now, undefined, () => '')
  const names = merged.clashes.map(({ name, what }) => `“${name}” (${what})`)
  if (merged.overOrder) names.push('the order')
  if (names.length === 0) return merged
  const message = `Others have changed the same since: ${names.join(', ')}. Nothing was undone, so that nothing of theirs is lost; the versions still have everything.`
  throw new AppError('conflict', message, { detail: { clashes: merged.clashes } })
}
