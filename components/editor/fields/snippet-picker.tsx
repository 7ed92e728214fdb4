'use client'

import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useDesk } from '@/components/editor/desk/use-desk'
import type { Snippet } from '@/lib/publication/schema'
import { applyEdit } from './apply-edit'
import { findSnippets, type SnippetCall, snippetCall } from './snippet-rules'

/** The snippets that what stands before the cursor may mean, under the text; the arrows choose, Enter puts one in. */
export function SnippetPicker({ area }: { area: RefObject<HTMLTextAreaElement | null> }) {
  const { settings } = useDesk()
  const { snippets } = settings
  const [call, setCall] = useState<SnippetCall | null>(null)
  const [at, setAt] = useState(0)
  const id = useId()
  const found = useMemo(() => (call ? findSnippets(snippets, call.query) : []), [call, snippets])
  const put = ({ text }: Snippet) => {
    const field = area.current
    if (!field || !call) return
    setCall(null)
    const end = call.from + text.length
    applyEdit(field, { from: call.from, to: field.selectionStart, insert: text, select: [end, end] })
  }
  const onKey = (event: KeyboardEvent) => {
    if (!call || event.isComposing) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const chosen = found[at]
    if (by !== 0 && found.length > 0 && !event.altKey) setAt((at + by + found.length) % found.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen && !event.ctrlKey && !event.metaKey)
      put(chosen)
    else if (event.key === 'Escape') setCall(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const keys = useRef(onKey)
  keys.current = onKey
  useEffect(() => {
    const field = area.current
    if (!field) return
    const end = new AbortController()
    const { signal } = end
    const look = () => {
      const next = document.activeElement === field ? snippetCall(field.value, field.selectionStart) : null
      setCall((before) => (before?.from === next?.from && before?.query === next?.query ? before : next))
      setAt(0)
    }
    field.addEventListener('input', look, { signal })
    field.addEventListener('blur', () => setCall(null), { signal })
    field.addEventListener('keydown', (event) => keys.current(event), { signal })
    return () => end.abort()
  }, [area])
  useEffect(() => {
    const field = area.current
    if (!field || !call || found.length === 0) return
    field.setAttribute('aria-controls', id)
    field.setAttribute('aria-activedescendant', `${id}-${at}`)
    return () => {
      field.removeAttribute('aria-controls')
      field.removeAttribute('aria-activedescendant')
    }
  }, [area, call, found, id, at])
  if (!call) return null
  return (
    <div className="ed-snippets">
      {found.length > 0 ? (
        <div role="listbox" id={id} aria-label="Snippets">
          {found.map((snippet, index) => (
            <button
              type="button"
              key={snippet.name}
              role="option"
              id={`${id}-${index}`}
              aria-selected={index === at}
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => put(snippet)}
            >
              <b>{snippet.name}</b> <span>{snippet.text}</span>
            </button>
          ))}
        </div>
      ) : (
        <p>
          {snippets.length === 0 ? 'There are no snippets yet. ' : 'No snippet has that name. '}
          <a href="/admin/settings#snippets" onMouseDown={(event) => event.preventDefault()}>
            Make one in the settings
          </a>
        </p>
      )}
      <span role="status" className="sr-only">
        {found.length === 0 ? 'No snippet' : found.length === 1 ? '1 snippet' : `${found.length} snippets`}
      </span>
    </div>
  )
}

/** Begins a call where the cursor is, so that the list is there without knowing the sign. */
export function callSnippet(field: HTMLTextAreaElement | null | undefined): void {
  if (!field) return
  const { selectionStart: at } = field
  const insert = /(^|[\s(])$/.test(field.value.slice(0, at)) ? '//' : ' //'
  const end = at + insert.length
  applyEdit(field, { from: at, to: at, insert, select: [end, end] })
}
