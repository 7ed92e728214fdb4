import { Box } from '@/components/editor/core/box'
import type { RowRef } from '@/components/editor/core/document'
import type { Spot } from '@/components/editor/core/ordering'
import type { SectionTemplate } from '@/lib/publication/schema'

export type Pane = 'inbox' | 'preview' | 'findings' | 'sponsors'
export type View = 'sheet' | 'outline' | 'pane'

/** What is open and where the person is; nothing of it is saved with the issue. */
export type DeskState = {
  /** The row that is written in, and the field to begin with. */
  readonly editing: { row: RowRef; field: string } | null
  /** The item last looked at: what the preview follows, and where a new item goes. */
  readonly current: string | null
  readonly pane: Pane
  /** Where in the pane a key asked to go, until the focus is there: its list, or the inbox’s field to find or to add in. */
  readonly entering: 'list' | 'find' | 'add' | null
  /** What a narrow screen shows. */
  readonly view: View
  readonly finding: boolean
  readonly keysShown: boolean
  readonly envelopeOpen: boolean
  readonly asking: 'publish' | 'schedule' | 'withdraw' | 'reinstate' | null
  /** The row that the arrow keys move, and where it was picked up. */
  readonly lifted: { id: string; from: Spot } | null
  /** Sections that are at hand. */
  readonly templates: readonly SectionTemplate[]
}

export class DeskBox extends Box<DeskState> {
  constructor(templates: readonly SectionTemplate[] = []) {
    super({
      editing: null,
      current: null,
      pane: 'preview',
      entering: null,
      view: 'sheet',
      finding: false,
      keysShown: false,
      envelopeOpen: false,
      asking: null,
      lifted: null,
      templates,
    })
  }

  /** Opens a row for writing, at a field. */
  edit(row: RowRef, field: string): void {
    const current = row.kind === 'item' ? row.id : this.state.current
    const envelope = row.kind === 'issue' && !['title', 'intro', 'outro'].includes(field)
    this.set({ editing: { row, field }, current, view: 'sheet', ...(envelope ? { envelopeOpen: true } : {}) })
  }

  stopEditing(): void {
    if (this.state.editing) this.set({ editing: null })
  }
}

/** The element on the sheet of a row, or of the `intro` or `outro`, which no key moves or removes. */
export function elementOfRow(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-block="${id}"], [data-prose="${id}"]`)
}

/** Moves the focus to a row that is shown, once it is drawn. */
export function focusRow(id: string): void {
  requestAnimationFrame(() => {
    const block = elementOfRow(id)
    const target =
      block?.querySelector<HTMLElement>('[data-row]') ??
      block?.querySelector<HTMLElement>('[data-field]') ??
      block?.querySelector<HTMLElement>('.ed-open')
    target?.focus({ preventScroll: true })
    block?.scrollIntoView({ block: 'nearest' })
  })
}

/** Takes the focus back to the sheet: to a row, or, where that is gone, to its beginning. */
export function focusSheet(id: string | null): void {
  if (id !== null && elementOfRow(id)) focusRow(id)
  else document.querySelector<HTMLElement>('[data-region="sheet"] button')?.focus()
}

/** Moves the focus to where a section takes its next item, so that a person on the keyboard stays there. */
export function focusAdder(sectionId: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-adder="${sectionId}"]`)?.focus())
}
