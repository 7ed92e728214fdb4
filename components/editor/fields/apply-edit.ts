import type { TextEdit } from './markdown-edit'

/** Carries a change out in a text area as if it had been typed, so that the browser's own undo knows it. */
export function applyEdit(area: HTMLTextAreaElement, { from, to, insert, select }: TextEdit): void {
  area.focus()
  area.setSelectionRange(from, to)
  // The only way to type by script; browsers without it get an input event and no undo of their own.
  const typed =
    insert === '' ? document.execCommand('delete') : document.execCommand('insertText', false, insert)
  if (!typed) {
    area.setRangeText(insert, from, to, 'end')
    area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: insert }))
  }
  area.setSelectionRange(...select)
}

/** Types a text where the cursor is. */
export function typeText(area: HTMLTextAreaElement, insert: string): void {
  const { selectionStart: from, selectionEnd: to } = area
  applyEdit(area, { from, to, insert, select: [from + insert.length, from + insert.length] })
}
