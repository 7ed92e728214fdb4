import { mergeText } from '@/lib/draft-text/merge-text'
import { normaliseIssue, normaliseItem, normaliseSection } from '@/lib/draft-text/normalise'
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
 * What a row was before a change. A field that the change left alone is given as `mergeText` reads it, or a line at the
 * end of a text, which no file keeps, would be taken for a change.
 */
function takenBack<C extends object>(before: C, after: C | undefined, read: (content: C) => C): C {
  if (!after) return before
  const changed = Object.entries(before).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(after[name as keyof C]),
  )
  return { ...read(before), ...Object.fromEntries(changed) }
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
  const made = targetOf(after)
  const sectionBy = new Map(made.map(({ id, content }) => [id, content]))
  const itemBy = new Map(made.flatMap(({ items }) => items.map(({ id, content }) => [id, content])))
  const sections = targetOf(before).map(({ id, content, items }) => ({
    id,
    line: 0,
    content: takenBack(content, sectionBy.get(id), normaliseSection),
    items: items.map((item) => ({
      ...item,
      line: 0,
      content: takenBack(item.content, itemBy.get(item.id), normaliseItem),
    })),
  }))
  const content = takenBack(contentOf(before), contentOf(after), normaliseIssue)
  const wanted = { mark: '', content, sections }
  const merged = mergeText(after, wanted, now, undefined, () => '')
  const names = merged.clashes.map(({ name, what }) => `“${name}” (${what})`)
  if (merged.overOrder) names.push('the order')
  if (names.length === 0) return merged
  const message = `Others have changed the same since: ${names.join(', ')}. Nothing was undone, so that nothing of theirs is lost; the versions still have everything.`
  throw new AppError('conflict', message, { detail: { clashes: merged.clashes } })
}
