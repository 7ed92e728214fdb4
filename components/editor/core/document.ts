import type { DraftItem, DraftSection, IssueDraft, ItemContent, SectionContent } from '@/lib/issues/schema'
import { shownText } from './too-long'

/** The texts of a row: what is seen and edited, without ids and versions. */
export type ItemText = ItemContent
export type SectionText = SectionContent
export type IssueText = Pick<
  IssueDraft,
  'title' | 'subject' | 'preheader' | 'slug' | 'number' | 'intro' | 'outro' | 'date' | 'lang' | 'dir'
>
export type Texts = { issue: IssueText; section: SectionText; item: ItemText }
export type RowKind = keyof Texts
export type RowRef = { kind: RowKind; id: string }

/** An issue as it stands on the screen: rows by id, and their order. Never mutated, so that a part unchanged is the same object. */
export type Doc = {
  readonly issueId: string
  readonly issue: IssueText
  readonly sectionIds: readonly string[]
  readonly sections: Readonly<Record<string, SectionText>>
  /** Ids of a section's items in order, by the section's id. */
  readonly itemIds: Readonly<Record<string, readonly string[]>>
  readonly items: Readonly<Record<string, ItemText>>
}

export function itemText({ id: _id, version: _version, ...text }: DraftItem): ItemText {
  return text
}

export function sectionText({ title, layout }: DraftSection): SectionText {
  return { title, layout }
}

export function issueText(draft: IssueDraft): IssueText {
  const { title, subject, preheader, slug, number, intro, outro, date, lang, dir } = draft
  return { title, subject, preheader, slug, number, intro, outro, date, lang, dir }
}

export function docOfDraft(draft: IssueDraft): Doc {
  const items = draft.sections.flatMap((section) => section.items)
  return {
    issueId: draft.id,
    issue: issueText(draft),
    sectionIds: draft.sections.map((section) => section.id),
    sections: Object.fromEntries(draft.sections.map((section) => [section.id, sectionText(section)])),
    itemIds: Object.fromEntries(
      draft.sections.map((section) => [section.id, section.items.map((item) => item.id)]),
    ),
    items: Object.fromEntries(items.map((item) => [item.id, itemText(item)])),
  }
}

/** The draft as it would be if everything on the screen were saved: for preview and findings. */
export function draftOfDoc(doc: Doc, draft: IssueDraft): IssueDraft {
  return {
    ...draft,
    ...doc.issue,
    intro: shownText(doc.issue.intro),
    outro: shownText(doc.issue.outro),
    sections: doc.sectionIds.flatMap((id) => {
      const section = doc.sections[id]
      return section ? [{ ...section, id, version: 0, items: itemsOfSection(doc, id) }] : []
    }),
  }
}

/** The item with a notice for each text that is too long. */
function withShownTexts(item: ItemText): ItemText {
  const { headline, blurb, credit, disclosure } = item
  const shown = { blurb: shownText(blurb), credit: shownText(credit), disclosure: shownText(disclosure) }
  return { ...item, headline: shownText(headline), ...shown }
}

const draftItems = new WeakMap<ItemText, DraftItem>()

/** As it is drawn and checked: the same object while nothing of the item changes, so that neither is done again. */
export function draftItem(id: string, item: ItemText): DraftItem {
  const known = draftItems.get(item)
  if (known?.id === id) return known
  const made = { ...withShownTexts(item), id, version: 0 }
  draftItems.set(item, made)
  return made
}

function itemsOfSection(doc: Doc, sectionId: string): DraftItem[] {
  return (doc.itemIds[sectionId] ?? []).flatMap((id) => {
    const item = doc.items[id]
    return item ? [draftItem(id, item)] : []
  })
}

/** The texts of a row, or undefined when it is not in the document. */
export function textOfRow<K extends RowKind>(doc: Doc, row: { kind: K; id: string }): Texts[K] | undefined
export function textOfRow(doc: Doc, { kind, id }: RowRef): Texts[RowKind] | undefined {
  if (kind === 'issue') return doc.issueId === id ? doc.issue : undefined
  return kind === 'section' ? doc.sections[id] : doc.items[id]
}

/** The document with some fields of a row replaced; the same document when the row is not in it. */
export function withText(doc: Doc, { kind, id }: RowRef, fields: Readonly<Record<string, unknown>>): Doc {
  if (kind === 'issue') return doc.issueId === id ? { ...doc, issue: { ...doc.issue, ...fields } } : doc
  if (kind === 'section') {
    const section = doc.sections[id]
    return section ? { ...doc, sections: { ...doc.sections, [id]: { ...section, ...fields } } } : doc
  }
  const item = doc.items[id]
  return item ? { ...doc, items: { ...doc.items, [id]: { ...item, ...fields } } } : doc
}

/** The section that holds an item. */
export function sectionOfItem(doc: Doc, itemId: string): string | undefined {
  return doc.sectionIds.find((sectionId) => doc.itemIds[sectionId]?.includes(itemId))
}

export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
