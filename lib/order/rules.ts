import { generateKeyBetween } from 'fractional-indexing'
import type { Place } from './schema'

/**
 * Order is a fractional key compared as bytes (so `Zz` comes before `a0`), unique among the live siblings.
 * `siblings` are in order and do not hold the row that is placed.
 */
export type Sibling = { id: string; position: string; tied?: boolean }

/**
 * The key for a row placed among its siblings. A neighbour that has gone meanwhile gives way to the other one
 * named, and without either the row goes last. With `tied` false the row never comes between an item and
 * those tied to it: it goes after the whole group.
 */
export function keyAtPlace(siblings: Sibling[], place: Place, tied = false): string {
  let index = indexAtPlace(siblings, place)
  if (!tied) while (index > 0 && siblings[index]?.tied) index += 1
  return generateKeyBetween(siblings[index - 1]?.position ?? null, siblings[index]?.position ?? null)
}

function indexAtPlace(siblings: Sibling[], place: Place): number {
  if (place.after === null) return 0
  const after = siblings.findIndex((sibling) => sibling.id === place.after)
  if (after >= 0) return after + 1
  const before = siblings.findIndex((sibling) => sibling.id === place.before)
  return before >= 0 ? before : siblings.length
}

/** An item and those tied to it, which move together; a tied item itself moves alone. */
export function groupOf<T extends { id: string; tied: boolean }>(items: T[], id: string): T[] {
  const start = items.findIndex((item) => item.id === id)
  const head = items[start]
  if (!head) return []
  if (head.tied && start > 0) return [head]
  let end = start + 1
  while (items[end]?.tied) end += 1
  return items.slice(start, end)
}

/** `count` keys in a row at a place; for a group that moves together. */
export function keysAtPlace(siblings: Sibling[], place: Place, count: number, tied = false): string[] {
  const keys: string[] = []
  const row = [...siblings]
  let at: Place = place
  for (let made = 0; made < count; made += 1) {
    const position = keyAtPlace(row, at, made > 0 || tied)
    const id = `new-${made}`
    keys.push(position)
    const index = row.findIndex((sibling) => sibling.position > position)
    row.splice(index < 0 ? row.length : index, 0, { id, position })
    at = { after: id }
  }
  return keys
}
