'use client'

import { useEffect } from 'react'
import { sectionOfItem } from '@/components/editor/core/document'
import { leaveItem, nextItem, removeItem, stepItem, stepSection } from '@/components/editor/desk/actions'
import { focusRow, type Pane } from '@/components/editor/desk/desk-state'
import { type Desk, useDesk } from '@/components/editor/desk/use-desk'
import { commandHeld } from '@/components/editor/fields/use-markdown-keys'
import { isText, singleKeysOn } from './single-keys'

type Row = { id: string; kind: 'item' | 'section' }

/** The row on the sheet that holds the focus. */
function rowAt(target: EventTarget | null): Row | null {
  const block = target instanceof Element ? target.closest<HTMLElement>('[data-block]') : null
  const id = block?.dataset.block
  return id ? { id, kind: block.dataset.kind === 'section' ? 'section' : 'item' } : null
}

/** After a move over a section’s border a row is drawn anew: the focus goes back to where it was in it. */
function keepPlace(desk: Desk, { id }: Row): void {
  const active = document.activeElement
  const field = active instanceof HTMLElement ? active.dataset.field : undefined
  if (field && desk.desk.state.editing?.row.id === id) desk.desk.edit(desk.desk.state.editing.row, field)
  else focusRow(id)
}

function move(desk: Desk, row: Row, step: -1 | 1): void {
  if (row.kind === 'section') {
    stepSection(desk, row.id, step)
    return
  }
  const { editor } = desk
  const before = sectionOfItem(editor.state.doc, row.id)
  const moved = stepItem(desk, row.id, step)
  if (moved && sectionOfItem(editor.state.doc, row.id) !== before) keepPlace(desk, row)
}

/** The items in the order of the sheet. */
function walk({ editor }: Desk, id: string, step: -1 | 1): void {
  const { doc } = editor.state
  const ids = doc.sectionIds.flatMap((section) => doc.itemIds[section] ?? [])
  const next = ids[ids.indexOf(id) + step]
  if (next) focusRow(next)
}

/** Leaves a text, of no item that is open, for what stands beside it or opens it, where keys act again. */
function leaveText({ desk }: Desk, field: EventTarget | null): boolean {
  if (!(field instanceof HTMLElement) || !isText(field)) return false
  const home = field.closest<HTMLElement>('[data-home]')
  if (!home) return false
  // What is written is saved by the blur, also where the field goes away.
  field.blur()
  if (desk.state.editing?.row.kind !== 'item') desk.stopEditing()
  if (field.closest('[data-form="envelope"]')) desk.set({ envelopeOpen: false })
  requestAnimationFrame(() => home.querySelector('button')?.focus())
  return true
}

export function undoStep({ editor, announce }: Desk): void {
  announce(editor.undo() ? 'Undone.' : 'There is nothing to undo.')
}
export function redoStep({ editor, announce }: Desk): void {
  announce(editor.redo() ? 'Redone.' : 'There is nothing to redo.')
}

/** Keys that work everywhere, also while writing. True where the key was one of them. */
function onCommandKey(desk: Desk, event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase()
  const row = rowAt(event.target)
  const vertical = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
  if (event.altKey && vertical && row && !event.shiftKey) move(desk, row, vertical)
  else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && row?.kind === 'item')
    nextItem(desk, row.id)
  else if (event.key === 'Escape' && !event.isComposing) {
    if (row?.kind === 'item' && desk.desk.state.editing) leaveItem(desk, row.id)
    else return leaveText(desk, event.target)
  } else if (!commandHeld(event)) return false
  else if (key === 's') {
    desk.editor.flush()
    desk.announce('Everything is saved by itself.')
  } else if (isText(event.target)) return false
  else if (key === 'z') event.shiftKey ? redoStep(desk) : undoStep(desk)
  else if (key === 'y') redoStep(desk)
  else return false
  return true
}

/** Keys of the item that has the focus and isn’t written in. */
function onRowKey(desk: Desk, event: KeyboardEvent): boolean {
  const row = rowAt(event.target)
  if (row?.kind !== 'item' || event.altKey || event.ctrlKey || event.metaKey) return false
  if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-row]')) return false
  if (event.key === 'Delete' || event.key === 'Backspace') removeItem(desk, row.id)
  else if (event.key === 'ArrowUp') walk(desk, row.id, -1)
  else if (event.key === 'ArrowDown') walk(desk, row.id, 1)
  else return false
  return true
}

const panes: Record<string, Pane> = { i: 'inbox', p: 'preview', f: 'findings', s: 'sponsors' }

/** Inbox and findings are worked in by keys of their own, so the focus goes there. */
export function openPane({ desk }: Desk, pane: Pane): void {
  const isList = pane === 'inbox' || pane === 'findings'
  desk.set({ pane, view: 'pane', entering: isList ? 'list' : null })
}

/** Single keys, outside text only, and only while the person has them on (WCAG 2.1.4). */
function singleKeys() {
  let goAt = 0
  return (desk: Desk, event: KeyboardEvent): boolean => {
    if (!singleKeysOn() || event.ctrlKey || event.metaKey || event.altKey) return false
    const pane = event.timeStamp - goAt < 1_500 ? panes[event.key] : undefined
    goAt = 0
    if (pane) openPane(desk, pane)
    else if (event.key === 'g') goAt = event.timeStamp
    else if (event.key === '/') desk.desk.set({ finding: true })
    else if (event.key === '?') desk.desk.set({ keysShown: !desk.desk.state.keysShown })
    else return false
    return true
  }
}

/** The keyboard of the whole page. */
export function useKeys(): void {
  const desk = useDesk()
  useEffect(() => {
    const end = new AbortController()
    const onSingleKey = singleKeys()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const taken =
        onCommandKey(desk, event) ||
        (!isText(event.target) && (onRowKey(desk, event) || onSingleKey(desk, event)))
      if (taken) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown, { signal: end.signal })
    return () => end.abort()
  }, [desk])
}
