import type { IssueDraft } from '@/lib/issues/schema'
import type { Present } from '@/lib/presence/schema'
import { Box } from './box'
import type { ConnectionState } from './connection'
import { type Doc, docOfDraft, issueText, itemText, type RowRef, sectionText, textOfRow } from './document'
import { emptyHistory, type History } from './history'
import type { StrayEntry } from './journal'
import type { StructureCommand } from './structure'
import { type Fields, newSync, type RowSync } from './sync'

/** What readers have of the issue. `changes`: how many things a correction would change; `correction`: the note of the last. */
export type PublishedFacts = {
  edition: number
  path: string
  updatedAt: string
  correction: string | null
  changes: number
}
/** What the server says of an issue: the draft, and how it stands to what readers see. */
export type LoadedIssue = IssueDraft & { published: PublishedFacts | null }

export type EditorState = {
  readonly doc: Doc
  readonly sync: Readonly<Record<string, RowSync>>
  /** The issue as last loaded, for what is not edited here: state, schedule, sponsors. */
  readonly loaded: LoadedIssue
  /** Something was changed here that `loaded` doesn't count among its changes yet. */
  readonly touched: boolean
  readonly history: History
  readonly queue: readonly StructureCommand[]
  /** The command that removed a row of ours, by the row's id: what brings it back. */
  readonly removals: Readonly<Record<string, string>>
  readonly strays: Readonly<Record<string, StrayEntry>>
  readonly connection: ConnectionState
  /** False when this browser can't keep unsaved text. */
  readonly kept: boolean
  /** The issue itself was removed. */
  readonly gone: boolean
  /** Others who have the issue open. */
  readonly people: readonly Present[]
  /** Whether that is known just now: a page that nobody looks at isn't told. */
  readonly knowsPeople: boolean
  /** The row in which the cursor is. */
  readonly at: string | null
  /** Something the person has to be told once; a new object each time. */
  readonly notice: { text: string } | null
}

export function stateOfIssue(loaded: LoadedIssue): EditorState {
  return {
    doc: docOfDraft(loaded),
    sync: syncOfIssue(loaded),
    loaded,
    touched: false,
    history: emptyHistory,
    queue: [],
    removals: {},
    strays: {},
    connection: 'online',
    kept: true,
    gone: false,
    people: [],
    knowsPeople: false,
    at: null,
    notice: null,
  }
}

function syncOfIssue(loaded: LoadedIssue): Record<string, RowSync> {
  const sync: Record<string, RowSync> = { [loaded.id]: newSync(loaded.version, issueText(loaded)) }
  for (const section of loaded.sections) {
    sync[section.id] = newSync(section.version, sectionText(section))
    for (const item of section.items) sync[item.id] = newSync(item.version, itemText(item))
  }
  return sync
}

/** The texts of a row on the screen, by field; none when it isn't there. */
export function screenOf(doc: Doc, row: RowRef): Fields {
  return { ...textOfRow(doc, row) }
}

export class StateBox extends Box<EditorState> {
  setSync(id: string, sync: RowSync, doc: Doc = this.state.doc): void {
    this.set({ doc, sync: { ...this.state.sync, [id]: sync } })
  }

  /** Two people’s changes were put together, which neither has read yet. */
  tellMerged(fields: readonly string[]): void {
    if (fields.length === 0) return
    const what = fields.length === 1 ? `the ${fields[0]}` : 'the same texts'
    this.set({ notice: { text: `Somebody else changed ${what} too. Both changes are in it now.` } })
  }
}
