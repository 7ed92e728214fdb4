'use client'

import { useId } from 'react'
import type { RowRef } from '@/components/editor/core/document'
import { useDesk, useField } from '@/components/editor/desk/use-desk'
import { FieldConflict } from './field-conflict'

/** `none`: what it says where nobody chose. */
type Props = { row: RowRef & { kind: 'issue' | 'item' }; none: string; className?: string }

/** In which direction the texts of an issue or an item run. */
export function DirectionField({ row, none, className = '' }: Props) {
  const { editor } = useDesk()
  const { value, conflicted, theirs } = useField(row, 'dir')
  const id = useId()
  return (
    <div className={`ed-field ${className}`}>
      <label className="ed-label" htmlFor={id}>
        Direction
      </label>
      <select
        id={id}
        className="ed-area"
        data-field="dir"
        value={String(value ?? '')}
        onChange={(event) => editor.edit(row, 'dir', event.target.value || null)}
        onBlur={() => editor.leave(row)}
      >
        <option value="">{none}</option>
        <option value="ltr">left to right</option>
        <option value="rtl">right to left</option>
      </select>
      {conflicted ? (
        <FieldConflict row={row} field="dir" label="Direction" mine={value ?? null} theirs={theirs} />
      ) : null}
    </div>
  )
}
