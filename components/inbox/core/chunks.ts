import type { CaptureRow } from '@/lib/captures/schema'

/** Rows that are drawn, or left out while they are far away, together. `key` names them, `first` is the place of the first, from 1. */
export type Chunk = { key: number; rows: readonly CaptureRow[]; first: number }

/**
 * Rows in chunks of so many, or, where they were in chunks before, in those: one that comes or goes moves no other one
 * to another chunk, where it would be made anew. New rows join the chunk that they stand in or beside.
 */
export function inChunks(
  rows: readonly CaptureRow[],
  together: number,
  before: readonly Chunk[] = [],
): Chunk[] {
  const homes = new Map(before.flatMap((chunk) => chunk.rows.map(({ id }) => [id, chunk.key])))
  const used = new Set<number>()
  const chunks: { key: number; rows: CaptureRow[] }[] = []
  let fresh = Math.max(0, ...before.map(({ key }) => key))
  const begin = (key: number, row: CaptureRow) => {
    used.add(key)
    chunks.push({ key, rows: [row] })
  }
  const known = rows.findIndex(({ id }) => homes.has(id))
  const below = before.find(({ key }) => key === homes.get(rows[known]?.id ?? ''))
  // A few that are new on top join those below, until these are too many.
  const onTop = below && below.rows.length + known <= 2 * together ? below.key : undefined
  for (const [index, row] of rows.entries()) {
    const last = chunks.at(-1)
    const home = index < known ? onTop : homes.get(row.id)
    if (home !== undefined && !used.has(home)) begin(home, row)
    else if (last && (home === last.key || last.rows.length < together)) last.rows.push(row)
    else begin(++fresh, row)
  }
  let first = 1
  return chunks.map((chunk) => {
    const placed = { ...chunk, first }
    first += chunk.rows.length
    return placed
  })
}
