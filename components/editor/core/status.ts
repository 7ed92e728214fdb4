import type { EditorState } from './state'

/** What the header says of saving. `changes`: fields and moves that the server has not got. */
export type SaveStatus =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'offline' | 'signed-out' | 'failing'; changes: number }
  | { kind: 'conflict' | 'refused'; count: number }
  | { kind: 'gone' }

const counts = new WeakMap<EditorState['sync'], { dirty: number; conflicts: number; errors: number }>()

function countFields(sync: EditorState['sync']) {
  const known = counts.get(sync)
  if (known) return known
  const count = { dirty: 0, conflicts: 0, errors: 0 }
  for (const row of Object.values(sync)) {
    count.dirty += row.dirty.length
    count.conflicts += Object.keys(row.conflicts).length
    count.errors += Object.keys(row.errors).length
  }
  counts.set(sync, count)
  return count
}

export function countUnsaved({ sync, queue }: EditorState): number {
  return countFields(sync).dirty + queue.length
}

/** How many things a correction would change; at least one from the first letter on, before the server has counted. */
export function countCorrections({ loaded, touched }: EditorState): number {
  const counted = loaded.published?.changes ?? 0
  return touched ? Math.max(1, counted) : counted
}

export function saveStatus(state: EditorState): SaveStatus {
  const { conflicts, errors } = countFields(state.sync)
  const changes = countUnsaved(state)
  if (state.gone) return { kind: 'gone' }
  if (state.connection !== 'online') return { kind: state.connection, changes }
  if (conflicts > 0) return { kind: 'conflict', count: conflicts }
  if (errors > 0) return { kind: 'refused', count: errors }
  return changes > 0 ? { kind: 'saving' } : { kind: 'saved' }
}
