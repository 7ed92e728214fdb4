'use client'

import { useId, useState } from 'react'
import { useCursor } from '@/components/editor/desk/use-cursor'
import { useDesk, useField } from '@/components/editor/desk/use-desk'
import { FieldConflict } from '@/components/editor/fields/field-conflict'
import { FieldMessage } from '@/components/editor/fields/text-field'

const read = (text: string) => [...new Set(text.split(',').map((topic) => topic.trim()))].filter(Boolean)

/** Topics of an item, written with commas between them. */
export function TopicsField({ id }: { id: string }) {
  const { editor } = useDesk()
  const cursor = useCursor('topics')
  const row = { kind: 'item' as const, id }
  const { value = [], error, conflicted, theirs } = useField(row, 'topics')
  const name = useId()
  // What is being written, until it means other topics than those that are saved.
  const [draft, setDraft] = useState<string | null>(null)
  const shown = draft !== null && read(draft).join() === value.join() ? draft : value.join(', ')
  return (
    <div className="ed-field ed-small">
      <label htmlFor={name} className="ed-label">
        Topics
      </label>
      <input
        id={name}
        className="ed-area"
        data-field="topics"
        placeholder="databases, on call"
        value={shown}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
        onChange={(event) => {
          setDraft(event.target.value)
          editor.edit(row, 'topics', read(event.target.value))
        }}
        onFocus={() => cursor.enter(row)}
        onBlur={() => {
          setDraft(null)
          cursor.leave(row)
        }}
      />
      {error ? <FieldMessage id={`${name}-error`}>{error}</FieldMessage> : null}
      {conflicted ? (
        <FieldConflict row={row} field="topics" label="Topics" mine={value} theirs={theirs} />
      ) : null}
    </div>
  )
}
