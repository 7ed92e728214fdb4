import type { Doc, ItemText } from '@/components/editor/core/document'

/** The blocks of the sheet that hold the words, in its order: `intro`, `outro`, or the id of a section or an item. */
export function findBlocks(doc: Doc, words: string): string[] {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return []
  const holds = (text: string | null) => text?.toLowerCase().includes(wanted) ?? false
  const itemHolds = (id: string) => {
    const item = doc.items[id]
    return item ? textsOfItem(item).some(holds) : false
  }
  const found = doc.sectionIds.flatMap((id) => [
    ...(holds(doc.sections[id]?.title ?? null) ? [id] : []),
    ...(doc.itemIds[id] ?? []).filter(itemHolds),
  ])
  return [
    ...(holds(doc.issue.intro) ? ['intro'] : []),
    ...found,
    ...(holds(doc.issue.outro) ? ['outro'] : []),
  ]
}

function textsOfItem(item: ItemText): string[] {
  const { headline, url, blurb, byline, credit, disclosure, links } = item
  return [
    headline,
    url,
    blurb,
    byline,
    credit,
    disclosure,
    ...links.flatMap((link) => [link.label, link.url]),
  ]
}
