'use client'

import { X } from 'lucide-react'
import { type KeyboardEvent, useId, useRef } from 'react'
import { partOfLink } from '@/components/editor/desk/jump'
import { useCursor } from '@/components/editor/desk/use-cursor'
import { useDesk, useField } from '@/components/editor/desk/use-desk'
import { FieldConflict } from './field-conflict'
import { FieldMessage } from './text-field'

type Props = { id: string }

/** Links have no ids; every part of a line comes from its value, so its place will do. */
const keyOf = (at: number) => `link-${at}`

/** Further links of an item, each with a label. The list is one field: it is saved as a whole. */
export function LinksField({ id }: Props) {
  const { editor } = useDesk()
  const cursor = useCursor('links')
  const row = { kind: 'item' as const, id }
  const { value = [], error, conflicted, theirs } = useField(row, 'links')
  const base = useId()
  const box = useRef<HTMLFieldSetElement>(null)
  const told = error ? ({ 'aria-invalid': true, 'aria-describedby': `${base}-error` } as const) : {}
  const change = (at: number, part: { label?: string; url?: string }) =>
    editor.edit(
      row,
      'links',
      value.map((link, index) => (index === at ? { ...link, ...part } : link)),
    )
  /** Once the lines are drawn: a part of one, or where there is none any more, the item's first field. */
  const focusPart = (at: number, part: 'label' | 'url') => {
    const form = box.current?.closest('[data-form]')
    requestAnimationFrame(() => {
      const target = box.current?.querySelector<HTMLElement>(`[data-part="${partOfLink(at, part)}"]`)
      const instead = form?.querySelector<HTMLElement>('[data-field]')
      ;(target ?? instead)?.focus()
    })
  }
  /** Enter goes from label to address, and from there to the next line, a new one after the last. */
  const onEnter = (event: KeyboardEvent, at: number, part: 'label' | 'url') => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (part === 'label') return focusPart(at, 'url')
    if (at === value.length - 1) editor.edit(row, 'links', [...value, { label: '', url: '' }])
    focusPart(at + 1, 'label')
  }
  const remove = (at: number) => {
    editor.edit(
      row,
      'links',
      value.filter((_, index) => index !== at),
    )
    focusPart(Math.max(0, at === value.length - 1 ? at - 1 : at), 'label')
  }
  return (
    <fieldset className="ed-links" ref={box}>
      <legend className="ed-label">Further links</legend>
      {value.map((link, at) => (
        <div className="ed-link" key={keyOf(at)}>
          <input
            aria-label={`Label of link ${at + 1}`}
            placeholder="Label"
            data-field={at === value.length - 1 ? 'links' : 'link'}
            data-part={partOfLink(at, 'label')}
            value={link.label}
            {...told}
            onKeyDown={(event) => onEnter(event, at, 'label')}
            onChange={(event) => change(at, { label: event.target.value })}
            onFocus={() => cursor.enter(row)}
            onBlur={() => cursor.leave(row)}
          />
          <input
            aria-label={`Address of link ${at + 1}`}
            placeholder="https://…"
            inputMode="url"
            data-part={partOfLink(at, 'url')}
            value={link.url}
            {...told}
            onKeyDown={(event) => onEnter(event, at, 'url')}
            onChange={(event) => change(at, { url: event.target.value })}
            onFocus={() => cursor.enter(row)}
            onBlur={() => cursor.leave(row)}
          />
          <button
            type="button"
            className="ed-icon"
            aria-label={`Remove link ${at + 1}`}
            onClick={() => remove(at)}
          >
            <X aria-hidden="true" size={16} />
          </button>
        </div>
      ))}
      {error ? <FieldMessage id={`${base}-error`}>{error}</FieldMessage> : null}
      {conflicted ? (
        <FieldConflict row={row} field="links" label="Further links" mine={value} theirs={theirs} />
      ) : null}
    </fieldset>
  )
}
