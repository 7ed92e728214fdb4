import type { CaptureList, CaptureRow } from '@/lib/captures/schema'
import type { InboxState } from './state'

/** A row, and where it stood. */
export type PlacedRow = { row: CaptureRow; index: number }
export type Lifted = readonly PlacedRow[]

type Rows = Pick<InboxState, 'rows' | 'current'>

/** The list without some rows; the row after them is current then, or the last. */
export function liftRows({ rows, current }: Rows, ids: readonly string[]): Rows & { lifted: Lifted } {
  const going = new Set(ids)
  const lifted = rows.flatMap((row, index) => (going.has(row.id) ? [{ row, index }] : []))
  const left = rows.filter(({ id }) => !going.has(id))
  if (current !== null && !going.has(current)) return { rows: left, current, lifted }
  const at = rows.findIndex(({ id }) => id === current)
  const below = rows.slice(at + 1).find(({ id }) => !going.has(id))
  return { rows: left, current: below?.id ?? left.at(-1)?.id ?? null, lifted }
}

/** The list with rows where they stood; the first of them is current. */
export function putBack({ rows, current }: Rows, lifted: Lifted): Rows {
  const coming = new Set(lifted.map(({ row }) => row.id))
  const all = rows.filter(({ id }) => !coming.has(id))
  for (const { row, index } of lifted) all.splice(Math.min(index, all.length), 0, row)
  return { rows: all, current: lifted[0]?.row.id ?? current }
}

type Page = Pick<InboxState, 'rows' | 'next'>

/**
 * A first page that was read anew, and below it what was here further down: all after the last row that both have.
 * Without one in common there may be any number between them, and only the page stays.
 */
export function withFresh(before: Page, page: Pick<CaptureList, 'rows' | 'next'>): Page {
  const places = new Map(before.rows.map(({ id }, index) => [id, index]))
  const last = page.rows.findLast(({ id }) => places.has(id))
  if (!last || page.next === null) return page
  const isFresh = new Set(page.rows.map(({ id }) => id))
  const further = before.rows.slice((places.get(last.id) ?? 0) + 1)
  const below = further.filter(({ id }) => !isFresh.has(id))
  return below.length > 0 ? { rows: [...page.rows, ...below], next: before.next } : page
}

/** Those of some rows that are not among others, each with its place. */
export function missingIn(rows: readonly CaptureRow[], others: readonly CaptureRow[]): Lifted {
  const known = new Set(others.map(({ id }) => id))
  return rows.flatMap((row, index) => (known.has(row.id) ? [] : [{ row, index }]))
}

/** Rows that were read anew: what says the same as before is the same object, so that it is not drawn again. */
export function keepSame(before: readonly CaptureRow[], now: readonly CaptureRow[]): readonly CaptureRow[] {
  const known = new Map(before.map((row) => [row.id, row]))
  const rows = now.map((row) => {
    const was = known.get(row.id)
    return was && JSON.stringify(was) === JSON.stringify(row) ? was : row
  })
  const isAll = rows.length === before.length && rows.every((row, index) => row === before[index])
  return isAll ? before : rows
}

/** The row above or below; null where there is none at all. */
export function stepFrom(rows: readonly CaptureRow[], current: string | null, by: -1 | 1): string | null {
  const at = rows.findIndex(({ id }) => id === current)
  if (at < 0) return rows[0]?.id ?? null
  return rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.id ?? null
}

/** The ids from one row to another, whichever stands first, both with them; of a row that isn't there, the other alone. */
export function rangeOf(rows: readonly CaptureRow[], from: string | null, to: string): string[] {
  const ids = rows.map(({ id }) => id)
  const [start, end] = [ids.indexOf(from ?? to), ids.indexOf(to)]
  if (start < 0 || end < 0) return [to]
  return start <= end ? ids.slice(start, end + 1) : ids.slice(end, start + 1).reverse()
}
