import { type Doc, type ItemText, type RowRef, type SectionText, textOfRow, withText } from './document'
import { groupOfItem, insertIds, type Spot, spotOfItem } from './ordering'

/**
 * What a person does to an issue. `place` adds a row, or brings a removed one back to just where it was. An item can come
 * out of the inbox, made of a `capture`, or `back` where it had gone; and go there, on `top`, or to where its capture `was`.
 */
export type Op =
  | { type: 'edit'; row: RowRef; field: string; value: unknown }
  | {
      type: 'place-item'
      id: string
      text: ItemText
      spot: Spot
      again: boolean
      capture?: { id: string } | 'back'
    }
  | { type: 'move-item'; id: string; spot: Spot }
  | { type: 'remove-item'; id: string; toInbox?: 'top' | 'was' }
  | {
      type: 'place-section'
      id: string
      text: SectionText
      items: readonly { id: string; text: ItemText }[]
      after: string | null
      again: boolean
    }
  | { type: 'move-section'; id: string; after: string | null }
  | { type: 'remove-section'; id: string }

export type Applied = { doc: Doc; inverse: Op }

/** Applies an operation and tells what takes it back; null when it can't be applied, since its row has gone. */
export function applyOp(doc: Doc, op: Op): Applied | null {
  switch (op.type) {
    case 'edit':
      return edit(doc, op)
    case 'place-item':
      return placeItem(doc, op)
    case 'move-item':
      return moveItem(doc, op)
    case 'remove-item':
      return removeItem(doc, op)
    case 'place-section':
      return placeSection(doc, op)
    case 'move-section':
      return moveSection(doc, op)
    case 'remove-section':
      return removeSection(doc, op)
  }
}

type OpOf<T extends Op['type']> = Extract<Op, { type: T }>

function edit(doc: Doc, op: OpOf<'edit'>): Applied | null {
  const text: object | undefined = textOfRow(doc, op.row)
  if (!text) return null
  const before: unknown = Object.entries(text).find(([name]) => name === op.field)?.[1]
  return { doc: withText(doc, op.row, { [op.field]: op.value }), inverse: { ...op, value: before } }
}

function placeItem(doc: Doc, { id, text, spot, again, capture }: OpOf<'place-item'>): Applied | null {
  if (doc.items[id] || !doc.sections[spot.sectionId]) return null
  const ids = insertIds(doc, spot, [id], { tied: text.tied, exact: again })
  return {
    doc: {
      ...doc,
      items: { ...doc.items, [id]: text },
      itemIds: { ...doc.itemIds, [spot.sectionId]: ids },
    },
    inverse: { type: 'remove-item', id, ...(capture ? { toInbox: 'was' } : {}) },
  }
}

function moveItem(doc: Doc, { id, spot }: OpOf<'move-item'>): Applied | null {
  const from = spotOfItem(doc, id)
  const item = doc.items[id]
  if (!from || !item || !doc.sections[spot.sectionId]) return null
  const group = groupOfItem(doc, id)
  if (spot.after !== null && group.includes(spot.after)) return null
  const left = (doc.itemIds[from.sectionId] ?? []).filter((other) => !group.includes(other))
  const without = { ...doc, itemIds: { ...doc.itemIds, [from.sectionId]: left } }
  const ids = insertIds(without, spot, group, { tied: item.tied })
  return {
    doc: { ...without, itemIds: { ...without.itemIds, [spot.sectionId]: ids } },
    inverse: { type: 'move-item', id, spot: from },
  }
}

function removeItem(doc: Doc, { id, toInbox }: OpOf<'remove-item'>): Applied | null {
  const spot = spotOfItem(doc, id)
  const text = doc.items[id]
  if (!spot || !text) return null
  const { [id]: _gone, ...items } = doc.items
  const ids = (doc.itemIds[spot.sectionId] ?? []).filter((other) => other !== id)
  return {
    doc: { ...doc, items, itemIds: { ...doc.itemIds, [spot.sectionId]: ids } },
    inverse: { type: 'place-item', id, text, spot, again: true, ...(toInbox ? { capture: 'back' } : {}) },
  }
}

function placeSection(doc: Doc, op: OpOf<'place-section'>): Applied | null {
  if (doc.sections[op.id]) return null
  const items = op.items.filter((item) => !doc.items[item.id])
  return {
    doc: {
      ...doc,
      sectionIds: insertAfter(doc.sectionIds, op.id, op.after),
      sections: { ...doc.sections, [op.id]: op.text },
      itemIds: { ...doc.itemIds, [op.id]: items.map((item) => item.id) },
      items: { ...doc.items, ...Object.fromEntries(items.map((item) => [item.id, item.text])) },
    },
    inverse: { type: 'remove-section', id: op.id },
  }
}

function moveSection(doc: Doc, { id, after }: OpOf<'move-section'>): Applied | null {
  const index = doc.sectionIds.indexOf(id)
  if (index < 0 || after === id) return null
  const left = doc.sectionIds.filter((other) => other !== id)
  return {
    doc: { ...doc, sectionIds: insertAfter(left, id, after) },
    inverse: { type: 'move-section', id, after: doc.sectionIds[index - 1] ?? null },
  }
}

function removeSection(doc: Doc, { id }: OpOf<'remove-section'>): Applied | null {
  const text = doc.sections[id]
  if (!text) return null
  const ids = doc.itemIds[id] ?? []
  const { [id]: _section, ...sections } = doc.sections
  const { [id]: _ids, ...itemIds } = doc.itemIds
  return {
    doc: {
      ...doc,
      sectionIds: doc.sectionIds.filter((other) => other !== id),
      sections,
      itemIds,
      items: Object.fromEntries(Object.entries(doc.items).filter(([item]) => !ids.includes(item))),
    },
    inverse: {
      type: 'place-section',
      id,
      text,
      items: ids.flatMap((item) => {
        const itemsText = doc.items[item]
        return itemsText ? [{ id: item, text: itemsText }] : []
      }),
      after: doc.sectionIds[doc.sectionIds.indexOf(id) - 1] ?? null,
      again: true,
    },
  }
}

function insertAfter(ids: readonly string[], id: string, after: string | null): string[] {
  const found = after === null ? -1 : ids.indexOf(after)
  const index = after !== null && found < 0 ? ids.length : found + 1
  return [...ids.slice(0, index), id, ...ids.slice(index)]
}

/** The rows whose texts an operation brings or changes. */
export function rowsOfOp(doc: Doc, op: Op): RowRef[] {
  if (op.type === 'edit') return [op.row]
  if (op.type === 'place-item' || op.type === 'move-item' || op.type === 'remove-item')
    return [{ kind: 'item', id: op.id }]
  const items = op.type === 'place-section' ? op.items.map((item) => item.id) : (doc.itemIds[op.id] ?? [])
  return [{ kind: 'section', id: op.id }, ...items.map((id) => ({ kind: 'item' as const, id }))]
}
