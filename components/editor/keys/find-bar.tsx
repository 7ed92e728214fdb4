'use client'

import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { elementOfRow, focusRow } from '@/components/editor/desk/desk-state'
import { useDesk, useDeskState } from '@/components/editor/desk/use-desk'
import { findBlocks } from './find-blocks'

/** Finds in the issue: Enter goes on, Shift+Enter back, Esc ends at what was found. */
export function FindBar() {
  const finding = useDeskState((state) => state.finding)
  return finding ? <Bar /> : null
}

function Bar() {
  const { desk, editor } = useDesk()
  const input = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const found = findBlocks(editor.state.doc, words)
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
