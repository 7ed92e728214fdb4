'use client'

import type { ClipboardEvent, KeyboardEvent } from 'react'
import { applyEdit, typeText } from './apply-edit'
import { continueLine, isAddress, makeLink, toggleMark } from './markdown-edit'

/** Types of what editors of code put on the clipboard beside the plain text that is meant. */
const CODE = ['vscode-editor-data', 'application/x-vscode']
/** Elements that plain text can't say. */
const MEANING = /<(a|b|strong|i|em|ul|ol|li|blockquote|h[1-6]|code|pre|table|br|p)[\s>/]|font-(weight|style)/i

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** Whether the key that commands begin with is held: Cmd on Apple’s machines, Ctrl elsewhere. */
export function commandHeld(event: { metaKey: boolean; ctrlKey: boolean }): boolean {
  return isMac() ? event.metaKey : event.ctrlKey
}

/** Ctrl/Cmd+B, I and K, and Enter in a list. */
export function onMarkdownKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const area = event.currentTarget
  const { value, selectionStart: from, selectionEnd: to } = area
  const plain = !event.shiftKey && !event.altKey
  const key = event.key.toLowerCase()
  if (commandHeld(event) && plain && (key === 'b' || key === 'i' || key === 'k')) {
    event.preventDefault()
    applyEdit(
      area,
      key === 'k' ? makeLink(value, from, to) : toggleMark(value, from, to, key === 'b' ? '**' : '*'),
    )
  } else if (event.key === 'Enter' && plain && !event.ctrlKey && !event.metaKey && from === to) {
    const edit = event.nativeEvent.isComposing ? null : continueLine(value, from)
    if (!edit) return
    event.preventDefault()
    applyEdit(area, edit)
  }
}

/** Loads what turns rich text into Markdown; asked for when a text gets the focus, so that a paste need not wait. */
export function loadPaste() {
  return import('./paste-html')
}

/** In one line breaks are spaces; typed in like that, the browser's own undo knows what was pasted. */
export function onLinePaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const plain = event.clipboardData.getData('text/plain')
  if (!/[\r\n]/.test(plain)) return
  event.preventDefault()
  typeText(event.currentTarget, plain.trim().replace(/\s*[\r\n]+\s*/g, ' '))
}

/** An address on a selection makes a link; rich text becomes Markdown; plain text stays as it is. */
export function onMarkdownPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const area = event.currentTarget
  const { value, selectionStart: from, selectionEnd: to } = area
  const plain = event.clipboardData.getData('text/plain')
  const html = event.clipboardData.getData('text/html')
  const chosen = value.slice(from, to)
  if (chosen && !chosen.includes('\n') && !isAddress(chosen) && isAddress(plain)) {
    event.preventDefault()
    applyEdit(area, makeLink(value, from, to, plain.trim()))
  } else if (html && MEANING.test(html) && !CODE.some((type) => event.clipboardData.types.includes(type))) {
    event.preventDefault()
    void loadPaste()
      .then(({ htmlToMarkdown }) => htmlToMarkdown(html))
      .catch(() => plain)
      .then((text) => typeText(area, text || plain))
  }
}
