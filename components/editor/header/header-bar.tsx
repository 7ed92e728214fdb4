'use client'

import { ChevronLeft, Redo2, Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useDesk, useEditorState } from '@/components/editor/desk/use-desk'
import { openPane, redoStep, undoStep } from '@/components/editor/keys/use-keys'
import { useChecked } from '@/components/editor/panes/use-findings'
import { MoreMenu } from './more-menu'
import { People } from './people'
import { Publish } from './publish'
import { SaveState } from './save-state'
import { Schedule } from './schedule'
import { StateSentence } from './state-sentence'

/** What is always visible: where one is, saving, the deadline, the findings, and what to do with the issue. */
export function HeaderBar() {
  const title = useEditorState(({ doc }) => doc.issue.title)
  const state = useEditorState(({ loaded }) => loaded.state)
  return (
    <header className="ed-bar">
      <Link href="/admin/issues" className="ed-crumb" aria-label="Issues">
        <ChevronLeft aria-hidden="true" size={16} />
        <span>Issues</span>
      </Link>
      <b className="ed-crumb-title">{title || 'Untitled issue'}</b>
      <SaveState />
      <People />
      <span className="ed-space" />
      <p className="ed-sentence">
        <StateSentence />
      </p>
      <FindingsCount />
      <Steps />
      {state === 'DRAFT' || state === 'SCHEDULED' ? <Schedule /> : null}
      {state === 'WITHDRAWN' ? null : <Publish />}
      <MoreMenu />
    </header>
  )
}

function FindingsCount() {
  const desk = useDesk()
  const { findings } = useChecked()
  if (findings.length === 0) return null
  const blocked = findings.some((finding) => finding.level === 'block')
  return (
    <button
      type="button"
      className="ed-findings-count"
      data-level={blocked ? 'block' : 'warn'}
      onClick={() => openPane(desk, 'findings')}
    >
      {findings.length} {findings.length === 1 ? 'finding' : 'findings'}
    </button>
  )
}

function Steps() {
  const desk = useDesk()
  const undoable = useEditorState(({ history }) => history.done.length > 0)
  const redoable = useEditorState(({ history }) => history.undone.length > 0)
  return (
    <span className="ed-steps">
      <button
        type="button"
        className="ed-icon"
        aria-label="Undo"
        aria-disabled={!undoable}
        onClick={() => undoStep(desk)}
      >
        <Undo2 aria-hidden="true" size={17} />
      </button>
      <button
        type="button"
        className="ed-icon"
        aria-label="Redo"
        aria-disabled={!redoable}
        onClick={() => redoStep(desk)}
      >
        <Redo2 aria-hidden="true" size={17} />
      </button>
    </span>
  )
}
