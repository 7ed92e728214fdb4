import { groupOf } from '@/lib/order/rules'
import type { Place } from '@/lib/order/schema'
import { type Doc, sectionOfItem } from './document'

/** Where an item goes: a section, and the item it comes after (null: first). */
export type Spot = { sectionId: string; after: string | null }

const itemsOf = (doc: Doc, sectionId: string, without: readonly string[] = []) =>
  (doc.itemIds[sectionId] ?? [])
    .filter((id) => !without.includes(id))
    .map((id) => ({ id, tied: doc.items[id]?.tied ?? false }))

/** The ids that move when this item moves: itself and those tied to it. */
export function groupOfItem(doc: Doc, id: string): string[] {
  const sectionId = sectionOfItem(doc, id)
  return sectionId ? groupOf(itemsOf(doc, sectionId), id).map((item) => item.id) : []
}

/**
 * The index among `siblings` at which a row comes to stand, by the server's rule: after the one named; an untied
 * row never comes between an item and those tied to it.
 */
function indexAt(siblings: { id: string; tied: boolean }[], after: string | null, tied: boolean): number {
  if (after === null) return 0
  const found = siblings.findIndex((sibling) => sibling.id === after)
  let index = found < 0 ? siblings.length : found + 1
  if (!tied) while (index > 0 && siblings[index]?.tied) index += 1
  return index
}

/** A section's ids with a group put at its place; `exact` for one that comes back to where it was. */
export function insertIds(
  doc: Doc,
  { sectionId, after }: Spot,
  group: readonly string[],
  options: { tied: boolean; exact?: boolean },
): string[] {
  const siblings = itemsOf(doc, sectionId, group)
  const index = indexAt(siblings, after, options.tied || options.exact === true)
  const ids = siblings.map((sibling) => sibling.id)
  return [...ids.slice(0, index), ...group, ...ids.slice(index)]
}

/** The neighbours by which the server is told of a place. */
export function placeAmong(ids: readonly string[], after: string | null): Place {
  const before = ids[after === null ? 0 : ids.indexOf(after) + 1]
  return before === undefined ? { after } : { after, before }
}

/** Where an item stands now, as something to go back to. */
export function spotOfItem(doc: Doc, id: string): Spot | undefined {
  const sectionId = sectionOfItem(doc, id)
  if (!sectionId) return undefined
  const ids = doc.itemIds[sectionId] ?? []
  return { sectionId, after: ids[ids.indexOf(id) - 1] ?? null }
}

/** One step up or down, group by group and over section borders; undefined at the end of the issue. */
export function stepOfItem(doc: Doc, id: string, step: -1 | 1): Spot | undefined {
  const sectionId = sectionOfItem(doc, id)
  if (!sectionId) return undefined
  const ids = doc.itemIds[sectionId] ?? []
  const group = groupOfItem(doc, id)
  const start = ids.indexOf(id)
  const neighbour = step < 0 ? ids[start - 1] : ids[start + group.length]
  if (neighbour === undefined) return stepOverBorder(doc, sectionId, step)
  const alone = doc.items[id]?.tied === true && start > 0
  if (step < 0) {
    const head = alone ? start - 1 : headBefore(doc, ids, start)
    return { sectionId, after: ids[head - 1] ?? null }
  }
  const passed = alone ? [neighbour] : groupOfItem(doc, neighbour)
  return { sectionId, after: passed.at(-1) ?? neighbour }
}

function headBefore(doc: Doc, ids: readonly string[], start: number): number {
  let head = start - 1
  while (head > 0 && doc.items[ids[head] ?? '']?.tied) head -= 1
  return head
}

function stepOverBorder(doc: Doc, sectionId: string, step: -1 | 1): Spot | undefined {
  const next = doc.sectionIds[doc.sectionIds.indexOf(sectionId) + step]
  if (next === undefined) return undefined
  return { sectionId: next, after: step < 0 ? (doc.itemIds[next]?.at(-1) ?? null) : null }
}

/** One step up or down for a section: the section it then comes after; undefined where it can't go. */
export function stepOfSection(doc: Doc, id: string, step: -1 | 1): string | null | undefined {
  const index = doc.sectionIds.indexOf(id)
  const target = index + step
  if (index < 0 || target < 0 || target >= doc.sectionIds.length) return undefined
  return step < 0 ? (doc.sectionIds[target - 1] ?? null) : doc.sectionIds[target]
}

/** “Item 3 of 7 in Articles”, for announcements. */
export function describeItemPlace(doc: Doc, id: string): string {
  const sectionId = sectionOfItem(doc, id)
  if (!sectionId) return ''
  const ids = doc.itemIds[sectionId] ?? []
  return `Item ${ids.indexOf(id) + 1} of ${ids.length} in ${nameOfSection(doc, sectionId)}`
}

export function describeSectionPlace(doc: Doc, id: string): string {
  return `Section ${doc.sectionIds.indexOf(id) + 1} of ${doc.sectionIds.length}`
}

export function nameOfSection(doc: Doc, sectionId: string): string {
  return doc.sections[sectionId]?.title || 'the untitled section'
}

/** Below what a row stood under, if that is still there; else at the end. */
export function placeBelow(after: string | null | undefined, ids: readonly string[]): string | null {
  return after === null || (after !== undefined && ids.includes(after)) ? after : (ids.at(-1) ?? null)
}
