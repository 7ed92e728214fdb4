import {
  type Doc,
  issueText,
  itemText,
  type RowKind,
  type RowRef,
  sameValue,
  sectionText,
  textOfRow,
  withText,
} from './document'
import type { StrayEntry } from './journal'
import { settleConflicts } from './settle'
import { type EditorState, type LoadedIssue, screenOf } from './state'
import { type Fields, newSync, takeRow } from './sync'

type Incoming = RowRef & { version: number; values: Fields }

function rowsOfIssue(loaded: LoadedIssue): Incoming[] {
  return [
    { kind: 'issue', id: loaded.id, version: loaded.version, values: issueText(loaded) },
    ...loaded.sections.flatMap((section): Incoming[] => [
      { kind: 'section', id: section.id, version: section.version, values: sectionText(section) },
      ...section.items.map((item): Incoming => {
        return { kind: 'item', id: item.id, version: item.version, values: itemText(item) }
      }),
    ]),
  ]
}

/**
 * Takes in the issue as the server holds it now. No change of structure of ours may be on its way. What is unsaved
 * here stays; where others changed the same field, both texts are kept; unsaved text of a row that has gone is
 * set aside.
 */
export function mergeIssue(
  state: EditorState,
  loaded: LoadedIssue,
): { state: EditorState; merged: string[] } {
  const incoming = rowsOfIssue(loaded)
  const sync = { ...state.sync }
  const merged: string[] = []
  let doc = takeStructure(state.doc, loaded)
  for (const row of incoming) {
    const known = sync[row.id]
    if (!known || !textOfRow(state.doc, row)) {
      sync[row.id] = newSync(row.version, row.values)
      continue
    }
    const screen = screenOf(doc, row)
    const taken = settleConflicts(takeRow(known, screen, row.version, row.values), screen)
    merged.push(...taken.merged)
    sync[row.id] = taken.sync
    if (Object.keys(taken.screen).length > 0) doc = withText(doc, row, taken.screen)
  }
  const strays = { ...state.strays, ...straysOf(state, doc) }
  return { state: { ...state, doc, sync, loaded, strays }, merged }
}

/** Order and presence as the server says, texts as they stand here. */
function takeStructure(doc: Doc, loaded: LoadedIssue): Doc {
  const items = loaded.sections.flatMap((section) => section.items)
  return {
    ...doc,
    sectionIds: keep(
      doc.sectionIds,
      loaded.sections.map((section) => section.id),
    ),
    sections: Object.fromEntries(
      loaded.sections.map((section) => [section.id, doc.sections[section.id] ?? sectionText(section)]),
    ),
    itemIds: Object.fromEntries(
      loaded.sections.map((section) => {
        const ids = section.items.map((item) => item.id)
        return [section.id, keep(doc.itemIds[section.id] ?? [], ids)]
      }),
    ),
    items: Object.fromEntries(items.map((item) => [item.id, doc.items[item.id] ?? itemText(item)])),
  }
}

/** The old list where the new one says the same, so that nothing is drawn again. */
const keep = (old: readonly string[], now: readonly string[]) => (sameValue(old, now) ? old : now)

function straysOf(before: EditorState, after: Doc): Record<string, StrayEntry> {
  const strays: Record<string, StrayEntry> = {}
  const look = (kind: RowKind, id: string, sectionId: string | null, below: string | null) => {
    const sync = before.sync[id]
    const text = textOfRow(before.doc, { kind, id })
    if (textOfRow(after, { kind, id }) || !text || !sync || sync.dirty.length === 0) return
    strays[id] = { kind, fields: { ...text }, sectionId, after: below }
  }
  for (const [index, sectionId] of before.doc.sectionIds.entries()) {
    look('section', sectionId, null, before.doc.sectionIds[index - 1] ?? null)
    const ids = before.doc.itemIds[sectionId] ?? []
    for (const [at, id] of ids.entries()) look('item', id, sectionId, ids[at - 1] ?? null)
  }
  return strays
}
