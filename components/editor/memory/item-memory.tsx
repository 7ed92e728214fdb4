'use client'

import { useMemo } from 'react'
import { sectionOfItem } from '@/components/editor/core/document'
import { useDesk, useEditorState, useField } from '@/components/editor/desk/use-desk'
import { useDays } from '@/components/inbox/use-inbox'
import { NoteList } from '@/components/memory/note-list'
import { useRecall } from '@/components/memory/use-recall'
import type { Layout } from '@/lib/document/schema'
import { callIssue, takesFollowUp, withFollowUp } from '@/lib/memory/rules'
import type { Note } from '@/lib/memory/schema'
import { useFollowUp } from './use-follow-up'

type Props = { id: string; layout: Layout }

/** Under the address of an item: a clean form of it, and what was sent, drafted or captured before. */
export function ItemMemory({ id, layout }: Props) {
  const { editor, desk, publication, announce } = useDesk()
  const row = { kind: 'item' as const, id }
  const { value: url = '' } = useField(row, 'url')
  const { value: headline = '' } = useField(row, 'headline')
  const { value: byline = '' } = useField(row, 'byline')
  const { value: blurb = '' } = useField(row, 'blurb')
  const issueId = useEditorState(({ doc }) => doc.issueId)
  const date = useEditorState(({ doc }) => doc.issue.date)
  const section = useEditorState(({ doc }) => doc.sections[sectionOfItem(doc, id) ?? '']?.title ?? '')
  const { notes, clean } = useRecall({ url, headline, byline, layout, section, itemId: id, issueId, date })
  const kind = useEditorState(({ doc }) => doc.items[id]?.kind)
  useFollowUp(id, notes, takesFollowUp(kind, layout))
  const days = useDays(publication.zone)
  const reading = useMemo(() => ({ now: new Date(), days }), [days])
  const followUp = (note: Note) => {
    const text = note.kind === 'sent' ? withFollowUp(blurb, note) : null
    if (note.kind !== 'sent' || text === null) return null
    return (
      <button
        type="button"
        onClick={() => {
          editor.edit(row, 'blurb', text)
          desk.edit(row, 'blurb')
        }}
      >
        Follow-up to {callIssue(note.issue)}
      </button>
    )
  }
  return (
    <>
      {clean ? (
        <p className="memory-clean">
          <button
            type="button"
            onClick={() => {
              editor.edit(row, 'url', clean)
              desk.edit(row, 'url')
              announce('The clean address stands there now.')
            }}
          >
            Use clean address
          </button>
          <span dir="ltr">{clean.replace(/^https?:\/\//, '')}</span>
        </p>
      ) : null}
      <NoteList notes={notes} reading={reading} act={followUp} isSaid />
    </>
  )
}
