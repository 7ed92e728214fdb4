import type { EditorState } from './state'
import type { RowSync } from './sync'

/** What the header says of saving. `changes`: fields and moves that the server has not got. */
export type SaveStatus =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'offline' | 'signed-out' | 'failing'; changes: number }
  | { kind: 'conflict' | 'refused'; count: number }
  | { kind: 'gone' }

/** What is known of the rows on the screen; a row that was removed keeps its own only for its return. */
export function shownRows({ doc, sync }: EditorState): RowSync[] {
  const ids = [doc.issueId, ...Object.keys(doc.sections), ...Object.keys(doc.items)]
  return ids.flatMap((id) => sync[id] ?? [])
}

export function countUnsaved(state: EditorState): number {
  return shownRows(state).reduce((sum, row) => sum + row.dirty.length, state.queue.length)
}

/** How many things a correction would change; at least one from the first letter on, before the server has counted. */
export function countCorrections({ loaded, touched }: EditorState): number {
  const counted = loaded.published?.changes ?? 0
  return touched ? Math.max(1, counted) : counted
}

const countIn = (rows: RowSync[], part: 'conflicts' | 'errors') =>
  rows.reduce((sum, row) => sum + Object.keys(row[part]).length, 0)

export function saveStatus(state: EditorState): SaveStatus {
  const rows = shownRows(state)
  const conflicts = countIn(rows, 'conflicts')
  const errors = countIn(rows, 'errors')
  const changes = countUnsaved(state)
  if (state.gone) return { kind: 'gone' }
  if (state.connection !== 'online') return { kind: state.connection, changes }
  if (conflicts > 0) return { kind: 'conflict', count: conflicts }
  if (errors > 0) return { kind: 'refused', count: errors }
  return changes > 0 ? { kind: 'saving' } : { kind: 'saved' }
}
