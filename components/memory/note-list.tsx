'use client'

import { History } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import { isLoud, type Reading, sayNote } from '@/lib/memory/rules'
import type { Note } from '@/lib/memory/schema'
import './memory.css'

/** Where a note leads: the item as readers have it, the draft, the inbox. */
function hrefOf(note: Note): string | null {
  switch (note.kind) {
    case 'sent':
    case 'mentioned':
    case 'near':
      return `/items/${note.itemId}`
    case 'draft':
      return note.issue.isThis ? null : `/admin/issues/${note.issue.id}`
    case 'inbox':
      return '/admin/inbox'
    case 'author':
    case 'host':
      return null
  }
}

/** A new window: what one writes stays open. */
const opensBeside = (href: string) => ({ href, target: '_blank', rel: 'noopener' })

/** The earlier blurb, so that nobody need open it. */
const excerptOf = (note: Note) =>
  note.kind === 'sent' ? [note.headline, note.excerpt].filter(Boolean).join(' — ') : ''

const keyOf = (note: Note) =>
  `${note.kind} ${'itemId' in note ? note.itemId : 'captureId' in note ? note.captureId : 'name' in note ? note.name : note.host}`

type Props = {
  notes: readonly Note[]
  reading: Reading
  /** What can be done about a note, behind it. */
  act?: (note: Note) => React.ReactNode
  /** Says weighty notes to those who listen, once each. */
  isSaid?: boolean
}

/** What memory says, a line each. */
export function NoteList({ notes, reading, act, isSaid = false }: Props) {
  useSaying(isSaid ? notes.filter(isLoud).map((note) => sayNote(note, reading)) : [])
  if (notes.length === 0) return null
  return (
    <ul className="memory" aria-label="Seen before">
      {notes.map((note) => {
        const href = hrefOf(note)
        const sentence = sayNote(note, reading)
        const excerpt = excerptOf(note)
        return (
          <li key={keyOf(note)} data-loud={isLoud(note) || undefined}>
            <History aria-hidden="true" size={13} />
            <p>
              {href ? <a {...opensBeside(href)}>{sentence}</a> : sentence}
              {excerpt ? (
                <span dir="auto" className="memory-excerpt">
                  {excerpt}
                </span>
              ) : null}
            </p>
            {act?.(note)}
          </li>
        )
      })}
    </ul>
  )
}

/** Politely, and nothing twice in a row. */
function useSaying(sentences: string[]): void {
  const announce = useAnnounce()
  const text = sentences.length === 0 ? '' : `${sentences.join('. ')}.`
  const said = useRef('')
  useEffect(() => {
    if (text !== '' && text !== said.current) announce(text)
    said.current = text
  }, [text, announce])
}
