'use client'

import { X } from 'lucide-react'
import { useId } from 'react'
import { partOfLink } from '@/components/editor/desk/jump'
import { useDesk, useField } from '@/components/editor/desk/use-desk'
import { FieldConflict } from './field-conflict'
import { FieldMessage } from './text-field'

type Props = { id: string }

/** Links have no ids; every part of a line comes from its value, so its place will do. */
const keyOf = (at: number) => `link-${at}`

/** Further links of an item, each with a label. The list is one field: it is saved as a whole. */
export function LinksField({ id }: Props) {
  const { editor } = useDesk()
  const row = { kind: 'item' as const, id }
  const { value = [], error, conflicted, theirs } = useField(row, 'links')
  const base = useId()
  const change = (at: number, part: { label?: string; url?: string }) =>
    editor.edit(
      row,
      'links',
      value.map((link, index) => (index === at ? { ...link, ...part } : link)),
    )
  return (
    <fieldset className="ed-links">
      <legend className="ed-label">Further links</legend>
      {value.map((link, at) => (
        <div className="ed-link" key={keyOf(at)}>
          <input
            aria-label={`Label of link ${at + 1}`}
            placeholder="Label"
            data-field={at === value.length - 1 ? 'links' : 'link'}
            data-part={partOfLink(at, 'label')}
            value={link.label}
            onChange={(event) => change(at, { label: event.target.value })}
            onBlur={() => editor.leave(row)}
          />
          <input
            aria-label={`Address of link ${at + 1}`}
            placeholder="https://…"
            inputMode="url"
            data-part={partOfLink(at, 'url')}
            value={link.url}
            onChange={(event) => change(at, { url: event.target.value })}
            onBlur={() => editor.leave(row)}
          />
          <button
            type="button"
            className="ed-icon"
            aria-label={`Remove link ${at + 1}`}
            onClick={() =>
              editor.edit(
                row,
                'links',
                value.filter((_, index) => index !== at),
              )
            }
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
