'use client'

import { Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { shownText } from '@/components/editor/core/too-long'
import { useDesk, useDeskState, useEditorState } from '@/components/editor/desk/use-desk'
import { callSnippet } from '@/components/editor/fields/snippet-picker'
import { TextField } from '@/components/editor/fields/text-field'
import { markdownBlocks } from '@/lib/render/markdown/markdown-element'

type Props = { field: 'intro' | 'outro' }

/** The text before or after the sections: rendered until somebody writes in it. */
export function ProseBlock({ field }: Props) {
  const { desk, editor } = useDesk()
  const block = useRef<HTMLDivElement>(null)
  const row = { kind: 'issue' as const, id: editor.state.doc.issueId }
  const text = useEditorState(({ doc }) => doc.issue[field])
  const asked = useDeskState(({ editing }) =>
    editing?.row.kind === 'issue' && editing.field === field ? editing : null,
  )
  const troubled = useEditorState(({ sync, doc }) => {
    const known = sync[doc.issueId]
    return field in (known?.errors ?? {}) || field in (known?.conflicts ?? {})
  })
  const open = asked !== null || troubled
  useEffect(() => {
    if (asked) block.current?.querySelector('textarea')?.focus()
  }, [asked])
  const name = field === 'intro' ? 'Intro' : 'Outro'
  if (open) {
    return (
      <div ref={block} className="ed-prose ed-item" data-prose={field} data-home="" data-open>
        <div className="ed-form" data-form="prose">
          <TextField
            row={row}
            field={field}
            as="markdown"
            label={name}
            placeholder={`${name}, in Markdown`}
            className="ed-blurb"
          />
          <div className="ed-tools">
            <button type="button" onClick={() => callSnippet(block.current?.querySelector('textarea'))}>
              <Plus aria-hidden="true" size={13} /> Snippet
            </button>
            <button type="button" onClick={() => desk.stopEditing()}>
              Done
            </button>
          </div>
        </div>
      </div>
    )
  }
  return (
    <div className="ed-prose ed-item" data-prose={field} data-home="">
      <button
        type="button"
        className="ed-open"
        aria-label={text.trim() ? `Edit the ${field}` : `Add an ${field}`}
        onClick={() => desk.edit(row, field)}
      />
      <div className="ed-view" data-view={field}>
        {text.trim() ? (
          markdownBlocks(shownText(text), { heading: 2 })
        ) : (
          <p className="ed-empty">Add an {field}…</p>
        )}
      </div>
    </div>
  )
}
