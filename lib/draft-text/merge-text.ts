import type { TargetItem, TargetSection } from '@/lib/issues/commands/apply-draft'
import { nameOfItem } from '@/lib/issues/rules'
import type { IssueContent, IssueDraft, ItemContent, SectionContent } from '@/lib/issues/schema'
import { isChanged, mergeFields, type Prefer } from './merge-fields'
import { normaliseIssue, normaliseItem, normaliseSection } from './normalise'
import type { DraftText, TextClash } from './schema'
import { idsOfOrder, type Order, sameOrder, sift, weave } from './weave'
import { contentOf } from './write-draft'

type Row = { kind: 'section'; content: SectionContent } | { kind: 'item'; content: ItemContent }
type Version = { order: Order; rows: Map<string, Row> }

/**
 * What the draft shall be. `clashes`: where the text and what others saved since want different things. `overOrder`: the
 * text moves something, and so the order becomes the text's, though others moved something else since.
 */
export type MergedDraft = {
  content: IssueContent
  sections: TargetSection[]
  clashes: TextClash[]
  overOrder: boolean
}

function versionOf(draft: IssueDraft): Version {
  const rows: Version['rows'] = new Map()
  for (const { id, title, layout, items } of draft.sections) {
    rows.set(id, { kind: 'section', content: { title, layout } })
    for (const { id: itemId, version: _version, ...content } of items)
      rows.set(itemId, { kind: 'item', content })
  }
  const order = draft.sections.map(({ id, items }) => ({ id, items: items.map((item) => item.id) }))
  return { order, rows }
}

/** As a text would have it, so that what a file can't say is no change. */
function asRead(row: Row): Row {
  return row.kind === 'item'
    ? { kind: 'item', content: normaliseItem(row.content) }
    : { kind: 'section', content: normaliseSection(row.content) }
}

function versionOfText({ sections }: DraftText, newId: () => string): Version {
  const rows: Version['rows'] = new Map()
  const order = sections.map((section) => {
    const id = section.id ?? newId()
    rows.set(id, { kind: 'section', content: section.content })
    const items = section.items.map((item) => {
      const itemId = item.id ?? newId()
      rows.set(itemId, { kind: 'item', content: item.content })
      return itemId
    })
    return { id, items }
  })
  return { order, rows }
}

const nameOf = (row: Row | undefined) =>
  row?.kind === 'item' ? nameOfItem(row.content) : row?.content.title || 'Untitled section'

/**
 * Merges a text into a draft by the ids that stand in it. `base` is the draft when the text was taken: what the text
 * left as it was then stays as others have it now; what others left alone is as the text has it; two changes of one text
 * are put together, and clash where they touch the same words. A row that only others have stays; one that the text no
 * longer has goes.
 */
export function mergeText(
  base: IssueDraft,
  text: DraftText,
  theirs: IssueDraft,
  prefer: Prefer,
  newId: () => string,
): MergedDraft {
  const clashes: TextClash[] = []
  const [was, now, mine] = [versionOf(base), versionOf(theirs), versionOfText(text, newId)]
  const changedSince = (id: string, other: Version) => {
    const [one, two] = [was.rows.get(id), other.rows.get(id)]
    return one !== undefined && two !== undefined && isChanged(asRead(one), asRead(two))
  }
  const clash = (id: string, yours: string, others: string, version: Version) =>
    clashes.push({ name: nameOf(version.rows.get(id)), what: 'Removal', yours, theirs: others })

  // Removed here: gone, unless others wrote in it meanwhile and theirs is to stand.
  const taken = new Set([...was.rows.keys()].filter((id) => !mine.rows.has(id) && now.rows.has(id)))
  for (const id of taken) {
    if (!changedSince(id, now)) continue
    clash(id, 'Removed', 'Changed', now)
    if (prefer === 'theirs') taken.delete(id)
  }
  // Removed by others: gone, unless the text changes it and is to stand.
  const gone = new Set([...mine.rows.keys()].filter((id) => was.rows.has(id) && !now.rows.has(id)))
  for (const id of gone) {
    if (!changedSince(id, mine)) continue
    clash(id, 'Changed', 'Removed', mine)
    if (prefer !== 'theirs') gone.delete(id)
  }
  // What is new in a section, or kept in it, keeps the section.
  keepHolders(mine.order, gone)
  keepHolders(now.order, taken)

  const ours = sift(mine.order, (id) => !gone.has(id))
  const others = sift(now.order, (id) => !taken.has(id))
  const moved = !sameOrder(was.order, mine.order)
  const overOrder = moved && !sameOrder(was.order, now.order) && !sameOrder(mine.order, now.order)
  const order = moved ? weave(ours, others) : weave(others, ours)
  const content = mergeFields(
    'The issue itself',
    {
      base: normaliseIssue(contentOf(base)),
      mine: text.content,
      theirs: contentOf(theirs),
      theirsRead: normaliseIssue(contentOf(theirs)),
    },
    prefer,
    clashes,
  )
  const rowOf = <C extends object>(id: string): C => {
    const [before, written, stored] = [was.rows.get(id), mine.rows.get(id), now.rows.get(id)]
    if (!written || !stored || !before) return (written ?? stored)?.content as C
    const versions = {
      base: asRead(before).content as C,
      mine: written.content as C,
      theirs: stored.content as C,
      theirsRead: asRead(stored).content as C,
    }
    return mergeFields(nameOf(stored), versions, prefer, clashes)
  }
  const sections = order.map(({ id, items }): TargetSection => {
    const target = items.map((item): TargetItem => ({ id: item, content: rowOf<ItemContent>(item) }))
    return { id, content: rowOf<SectionContent>(id), items: target }
  })
  return { content, sections, clashes, overOrder }
}

function keepHolders(order: Order, gone: Set<string>): void {
  for (const { id, items } of order) if (items.some((item) => !gone.has(item))) gone.delete(id)
}

/** The ids that a text may name: what is there now, and what was when it was taken. */
export function nameableIds(base: IssueDraft, theirs: IssueDraft): string[] {
  return [...new Set([...idsOfOrder(versionOf(base).order), ...idsOfOrder(versionOf(theirs).order)])]
}
