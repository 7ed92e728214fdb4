import { type RowRef, textOfRow } from './document'
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

/** Those that wait for a choice; what is only held back while the cursor is in the field settles by itself. */
const countConflicts = (rows: RowSync[]) =>
  rows.reduce((sum, { conflicts, dirty }) => sum + dirty.filter((field) => field in conflicts).length, 0)
const countErrors = (rows: RowSync[]) => rows.reduce((sum, { errors }) => sum + Object.keys(errors).length, 0)

export function saveStatus(state: EditorState): SaveStatus {
  const rows = shownRows(state)
  const conflicts = countConflicts(rows)
  const errors = countErrors(rows)
  const changes = countUnsaved(state)
  if (state.gone) return { kind: 'gone' }
  if (state.connection !== 'online') return { kind: state.connection, changes }
  if (conflicts > 0) return { kind: 'conflict', count: conflicts }
  if (errors > 0) return { kind: 'refused', count: errors }
  return changes > 0 ? { kind: 'saving' } : { kind: 'saved' }
}

/** Rows on the screen with something to be saved. */
export function dirtyRows({ sync, doc }: EditorState): RowRef[] {
  const kindOf = (id: string): RowRef['kind'] =>
    id === doc.issueId ? 'issue' : doc.sections[id] ? 'section' : 'item'
  return Object.entries(sync)
    .filter(([, row]) => row.dirty.length > 0)
    .map(([id]) => ({ kind: kindOf(id), id }))
    .filter((row) => textOfRow(doc, row) !== undefined)
}

export function isAllSaved(state: EditorState): boolean {
  const sending = Object.values(state.sync).some((row) => row.sending)
  return state.queue.length === 0 && !sending && dirtyRows(state).length === 0
}
