'use client'

import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Doc } from '@/components/editor/core/document'
import { elementOfRow, focusRow } from '@/components/editor/desk/desk-state'
import { useDesk, useDeskState } from '@/components/editor/desk/use-desk'

/** Ids of items that hold the words, in the order of the sheet. */
export function findItems(doc: Doc, words: string): string[] {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return []
  return doc.sectionIds.flatMap((section) =>
    (doc.itemIds[section] ?? []).filter((id) => {
      const item = doc.items[id]
      const parts = item && [item.headline, item.url, item.blurb, item.byline, item.credit, item.disclosure]
      return parts?.some((part) => part.toLowerCase().includes(wanted)) ?? false
    }),
  )
}

/** Finds in the issue: Enter goes on, Shift+Enter back, Esc ends at the item found. */
export function FindBar() {
  const finding = useDeskState((state) => state.finding)
  return finding ? <Bar /> : null
}

function Bar() {
  const { desk, editor } = useDesk()
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const found = findItems(editor.state.doc, words)
  const current = found[at % Math.max(found.length, 1)]
  useEffect(() => input.current?.focus(), [])
  useEffect(() => {
    if (!current) return
    const element = elementOfRow(current)
    element?.scrollIntoView({ block: 'center' })
    element?.setAttribute('data-found', '')
    return () => element?.removeAttribute('data-found')
  }, [current])
  const close = () => {
    desk.set({ finding: false })
    const back = current ?? desk.state.current
    if (back) focusRow(back)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && found.length > 0) {
      setAt((before) => (before + (event.shiftKey ? found.length - 1 : 1)) % found.length)
    } else return
    event.preventDefault()
  }
  const none = words.trim() === '' ? '' : 'Nothing found'
  return (
    <search className="ed-find">
      <input
        ref={input}
        aria-label="Find in this issue"
        placeholder="Find in this issue"
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <span role="status">{found.length > 0 ? `${(at % found.length) + 1} of ${found.length}` : none}</span>
      <button type="button" className="ed-icon" aria-label="Close" onClick={close}>
        <X aria-hidden="true" size={16} />
      </button>
    </search>
  )
}
