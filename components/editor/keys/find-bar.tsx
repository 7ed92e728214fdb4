'use client'

import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { elementOfRow, focusRow } from '@/components/editor/desk/desk-state'
import { useDesk, useDeskState } from '@/components/editor/desk/use-desk'
import { useSentOptions } from '@/components/editor/memory/use-sent-options'
import { findBlocks } from './find-blocks'

/** Finds in the issue: Enter goes on, Shift+Enter back, Esc ends at what was found. What was sent is listed below. */
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
    else if (event.key === 'Enter' && event.target === input.current && found.length > 0) {
      setAt((before) => (before + (event.shiftKey ? found.length - 1 : 1)) % found.length)
    } else return
    event.preventDefault()
  }
  const none = words.trim() === '' ? '' : 'Not in this issue'
  return (
    <search className="ed-find" onKeyDown={onKeyDown}>
      <input
        ref={input}
        aria-label="Find in this issue"
        placeholder="Find in this issue"
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
      />
      <span role="status">{found.length > 0 ? `${(at % found.length) + 1} of ${found.length}` : none}</span>
      <button type="button" className="ed-icon" aria-label="Close" onClick={close}>
        <X aria-hidden="true" size={16} />
      </button>
      <Sent words={words.trim()} />
    </search>
  )
}

/** Earlier items that are called like that; each opens in a tab of its own, so that the issue stays as it is. */
function Sent({ words }: { words: string }) {
  const found = useSentOptions(words === '' ? null : words)
  if (!found || found.length === 0) return null
  return (
    <ul aria-label="Sent before">
      {found.map(({ id, title, where, href }) => (
        <li key={id}>
          <a href={href} target="_blank" rel="noopener">
            <b dir="auto">{title}</b>
            <small>{where}</small>
          </a>
        </li>
      ))}
    </ul>
  )
}
