import { emptyItem } from '@/lib/issues/rules'
import { type RowRef, sameValue, textOfRow, withText } from './document'
import type { Kept, RowEntry, StrayEntry } from './journal'
import { applyOp } from './operations'
import type { EditorState } from './state'
import type { StructureCommand } from './structure'
import { type Fields, newSync, type RowSync, type Save } from './sync'

/** Stands for a value that is equal to no text. */
const UNKNOWN = { unknown: true }

export type Recovered = {
  state: EditorState
  /** To be sent again, in this order, with the ids they had. */
  queue: StructureCommand[]
  /** Rows with unsaved text, and the save whose answer never came. */
  rows: { row: RowRef; sending: Save | null }[]
}

/**
 * Takes up what an earlier page view left unsaved. Texts keep the version they were edited from, so that the server
 * takes them silently where nobody changed the field since, and otherwise answers with both texts.
 */
export function recoverKept(before: EditorState, kept: Kept): Recovered {
  let state = before
  for (const command of kept.queue) state = redraw(state, command)
  const strays: Record<string, StrayEntry> = { ...state.strays, ...kept.strays }
  const rows: Recovered['rows'] = []
  for (const [id, entry] of Object.entries(kept.rows)) {
    const row = { kind: entry.kind, id }
    const sync = state.sync[id]
    if (!sync || !textOfRow(state.doc, row)) {
      const base = entry.kind === 'item' ? emptyItem : {}
      strays[id] = { kind: entry.kind, fields: { ...base, ...entry.fields }, sectionId: null }
      continue
    }
    state = {
      ...state,
      doc: withText(state.doc, row, entry.fields),
      sync: { ...state.sync, [id]: syncOfEntry(sync, entry) },
    }
    rows.push({ row, sending: entry.sending })
  }
  return { state: { ...state, strays }, queue: kept.queue, rows }
}

function syncOfEntry(sync: RowSync, { version, fields, base: was, sending, conflicts }: RowEntry): RowSync {
  const theirs: Fields = Object.fromEntries(
    conflicts.filter((field) => field in fields).map((field) => [field, sync.base[field]]),
  )
  const origins: Fields = Object.fromEntries(Object.keys(theirs).map((field) => [field, was?.[field]]))
  const dirty = Object.keys(fields).filter((field) => {
    return !sameValue(fields[field], sync.base[field]) || (sending !== null && field in sending.fields)
  })
  // What the server held when these texts were typed; where that wasn't kept, any value is news.
  const guessed = version < sync.version ? dirty.filter((field) => !(field in theirs)) : []
  const base = {
    ...sync.base,
    ...Object.fromEntries(guessed.map((field) => [field, was?.[field] ?? UNKNOWN])),
  }
  return {
    ...sync,
    version: Math.min(version, sync.version),
    base,
    dirty,
    sending,
    conflicts: theirs,
    origins,
  }
}

/** Draws a change of structure again on the issue as loaded; one that the server had carried out draws nothing. */
function redraw(state: EditorState, { op, commandId }: StructureCommand): EditorState {
  const applied = applyOp(state.doc, op)
  const removed = op.type === 'remove-item' || op.type === 'remove-section'
  const removals = removed ? { ...state.removals, [op.id]: commandId } : state.removals
  if (!applied) return { ...state, removals }
  const sync = { ...state.sync }
  if (op.type === 'place-item') sync[op.id] = newSync(0, op.text)
  if (op.type === 'place-section') {
    sync[op.id] = newSync(0, op.text)
    for (const item of op.items) sync[item.id] = newSync(0, item.text)
  }
  return { ...state, doc: applied.doc, sync, removals }
}
