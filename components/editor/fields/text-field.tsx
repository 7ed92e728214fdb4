'use client'

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import type { RowKind, RowRef } from '@/components/editor/core/document'
import { useCursor } from '@/components/editor/desk/use-cursor'
import { useDesk, useField } from '@/components/editor/desk/use-desk'
import { useLinkFinder } from '@/components/editor/memory/use-link-finder'
import { addressProblem } from '@/lib/address/rules'
import { directionOf } from '@/lib/render/direction'
import { FieldConflict } from './field-conflict'
import { GrowArea } from './grow-area'
import { Offer, takesOffer } from './offer'
import { SnippetPicker } from './snippet-picker'
import { loadPaste, onLinePaste, onMarkdownKey, onMarkdownPaste } from './use-markdown-keys'

type Props = {
  row: RowRef
  field: string
  label: string
  placeholder?: string
  /** `line`: no breaks, Enter goes on; `markdown`: paragraphs. */
  as?: 'line' | 'markdown'
  className?: string
  inputMode?: 'url' | 'text'
  /** What Enter does in a line; by default the next field. */
  onEnter?: () => void
  /** The label is seen before the text. */
  shown?: boolean
  dir?: 'ltr' | 'rtl' | 'auto'
  /** What the field could hold while it is empty: one key fills it in. */
  offer?: string | null
  /** Nothing written means no value of its own, not an empty one. */
  emptyIsNone?: boolean
}

/** A text of a row, written in place: saved by itself, with what was wrong and what others wrote right under it. */
export function TextField(props: Props) {
  const { row, field, label, as = 'line', className = '', shown = false } = props
  const { editor } = useDesk()
  const cursor = useCursor(field)
  const area = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const { value, error, conflicted, theirs } = useField(row as { kind: RowKind; id: string }, field as never)
  const text = typeof value === 'string' ? value : ''
  const [left, setLeft] = useState(false)
  // What is saved may still be no address; that is said once the person has gone on.
  const advice = props.inputMode === 'url' && left && text.trim() !== '' ? addressProblem(text) : null
  const message = error ?? advice
  const finder = useLinkFinder(area, row.id)
  const offer = text === '' && props.offer ? props.offer : null
  const take = () => {
    if (offer) editor.edit(row, field, offer)
    area.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (offer && takesOffer(event)) {
      event.preventDefault()
      take()
      return
    }
    if (as === 'markdown') return finder.onKey(event) ? undefined : onMarkdownKey(event)
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (props.onEnter) props.onEnter()
    else focusNext(event.currentTarget)
  }
  return (
    <div className={`ed-field ${className}`}>
      <label htmlFor={id} className={shown ? 'ed-label' : 'sr-only'}>
        {label}
      </label>
      <GrowArea
        id={id}
        area={area}
        value={text}
        // “auto” costs Chromium seconds for a text that is pasted whole, so it is for the empty field alone.
        dir={props.dir ?? directionOf(text.slice(0, 2_000)) ?? 'auto'}
        data-field={field}
        placeholder={props.placeholder}
        inputMode={props.inputMode}
        spellCheck={props.inputMode !== 'url'}
        aria-invalid={message ? true : undefined}
        aria-describedby={message ? `${id}-error` : offer ? `${id}-offer` : undefined}
        onChange={(event) => {
          const next = event.target.value
          const written = as === 'line' ? next.replace(/[\r\n]+/g, ' ') : next
          editor.edit(row, field, props.emptyIsNone && written.trim() === '' ? null : written)
          if (as === 'markdown') finder.look()
        }}
        onKeyDown={onKeyDown}
        onFocus={() => {
          setLeft(false)
          cursor.enter(row)
          if (as === 'markdown') void loadPaste()
        }}
        onBlur={() => {
          setLeft(true)
          finder.close()
          cursor.leave(row)
        }}
        onPaste={as === 'markdown' ? onMarkdownPaste : onLinePaste}
        {...(as === 'markdown' ? { onSelect: finder.look, ...finder.aria } : {})}
      />
      {finder.list}
      {offer ? <Offer id={`${id}-offer`} label={label} text={offer} onTake={take} /> : null}
      {as === 'markdown' ? <SnippetPicker area={area} /> : null}
      {message ? <FieldMessage id={`${id}-error`}>{message}</FieldMessage> : null}
      {conflicted ? (
        <FieldConflict row={row} field={field} label={label} mine={text} theirs={theirs} />
      ) : null}
    </div>
  )
}

export function FieldMessage({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="ed-message">
      {children}
    </p>
  )
}

/** Goes to the field after this one in the same form. */
export function focusNext(from: HTMLElement): void {
  const fields = Array.from(from.closest('[data-form]')?.querySelectorAll<HTMLElement>('[data-field]') ?? [])
  fields[fields.indexOf(from) + 1]?.focus()
}
