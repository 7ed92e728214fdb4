'use client'

import { useEffect, useRef } from 'react'
import { useDesk, useField } from '@/components/editor/desk/use-desk'
import { beginningFor, callIssue } from '@/lib/memory/rules'
import type { Note } from '@/lib/memory/schema'

/** A blurb that was begun for somebody, and the address it was begun for. */
export type Begun = { url: string; text: string }

/**
 * How an empty blurb begins by itself, once somebody writes an address that was sent before: a step of its own to undo.
 * Whatever is written there stays; an address that is written on takes the beginning away again.
 * @param first the address that stood there when the item was opened, which says nothing of what is written now
 * @returns the blurb that is to stand there, and what is begun then; null where nothing changes
 */
export function beginBlurb(
  { url, blurb, notes }: { url: string; blurb: string; notes: readonly Note[] },
  first: string,
  begun: Begun | null,
): { blurb: string; begun: Begun | null } | null {
  if (begun && begun.url !== url) return { blurb: blurb === begun.text ? '' : blurb, begun: null }
  const text = beginningFor(notes)
  if (text === null || begun || url === first || blurb !== '') return null
  return { blurb: text, begun: { url, text } }
}

/** Begins the blurb of an item whose address is written now. @param notes what memory says of that address */
export function useFollowUp(id: string, notes: readonly Note[], isWanted: boolean): void {
  const { editor, announce } = useDesk()
  const row = { kind: 'item' as const, id }
  const { value: url = '' } = useField(row, 'url')
  const { value: blurb = '' } = useField(row, 'blurb')
  const first = useRef(url)
  const begun = useRef<Begun | null>(null)
  useEffect(() => {
    if (!isWanted) return
    const next = beginBlurb({ url, blurb, notes }, first.current, begun.current)
    if (!next) return
    begun.current = next.begun
    if (next.blurb !== blurb) editor.edit({ kind: 'item', id }, 'blurb', next.blurb)
    const sent = notes.find((note) => note.kind === 'sent')
    if (next.begun && sent) announce(`The blurb begins with “Follow-up to ${callIssue(sent.issue)}”.`)
  }, [editor, announce, id, url, blurb, notes, isWanted])
}
