import type { CaptureList, CaptureRow } from '@/lib/captures/schema'
import type { InboxFilter, InboxState } from './inbox'

/** A row, and where it stood. */
export type PlacedRow = { row: CaptureRow; index: number }
export type Lifted = readonly PlacedRow[]

export function startingState({ rows, next, counts }: CaptureList, filter: InboxFilter): InboxState {
  return {
    filter,
    rows,
    next,
    counts,
    loading: 'no',
    failure: null,
    current: rows[0]?.id ?? null,
    selected: [],
    done: [],
    editing: null,
    asking: null,
  }
}

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

/**
 * The rows of a first page that was read anew, and below them those that were here further down: all after the last row
 * that both have. Without one in common there may be any number between them, and only the page stays.
 */
export function withFresh(before: readonly CaptureRow[], fresh: readonly CaptureRow[]): CaptureRow[] {
  const places = new Map(before.map(({ id }, index) => [id, index]))
  const last = fresh.findLast(({ id }) => places.has(id))
  if (!last) return [...fresh]
  const isFresh = new Set(fresh.map(({ id }) => id))
  const below = before.slice((places.get(last.id) ?? 0) + 1)
  return [...fresh, ...below.filter(({ id }) => !isFresh.has(id))]
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
