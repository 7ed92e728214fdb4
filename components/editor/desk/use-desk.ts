'use client'

import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Box } from '@/components/editor/core/box'
import type { RowRef, Texts } from '@/components/editor/core/document'
import type { Editor } from '@/components/editor/core/editor'
import type { EditorState } from '@/components/editor/core/state'
import type { Inbox } from '@/components/inbox/core/inbox'
import type { InboxState } from '@/components/inbox/core/state'
import type { DisclosureNames } from '@/lib/disclosures/rules'
import type { DeskSettings, PublicationView } from '@/lib/publication/schema'
import type { DeskBox, DeskState } from './desk-state'

/** All that the parts of an open issue share; the object never changes. */
export type Desk = {
  editor: Editor
  desk: DeskBox
  /** What was captured and is to be placed, here or elsewhere. */
  inbox: Inbox
  /** Of the person who writes, for signing in again. */
  email: string
  publication: PublicationView
  settings: DeskSettings & DisclosureNames
  /** Where the studio sees images that readers may not have yet, by their addresses. */
  images: Readonly<Record<string, string>>
  /** Says something to those who listen. */
  announce: (text: string) => void
  /** Shows a short message, with something to do about it. */
  tell: (message: string, action?: { label: string; act: () => void }) => void
  /** Shows why something was not done, until it is closed. */
  complain: (message: string) => void
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk needs an open issue around it')
  return desk
}

/** `select` must answer the same object while nothing that it looks at has changed: then nothing is drawn again. */
function useBox<S extends object, R>(box: Box<S>, select: (state: S) => R): R {
  const snapshot = () => select(box.state)
  return useSyncExternalStore(box.subscribe, snapshot, snapshot)
}

export function useEditorState<R>(select: (state: EditorState) => R): R {
  return useBox(useDesk().editor.box, select)
}

export function useDeskState<R>(select: (state: DeskState) => R): R {
  return useBox(useDesk().desk, select)
}

/** What of the inbox is shown outside its own pane. */
export function useInboxBeside<R>(select: (state: InboxState) => R): R {
  return useBox(useDesk().inbox.box, select)
}

/** One field of a row: its text, why it was refused, and the other text where two people wrote. */
export function useField<K extends RowRef['kind'], F extends keyof Texts[K] & string>(
  row: { kind: K; id: string },
  field: F,
) {
  const value = useEditorState(({ doc }) => {
    const { kind, id } = row
    const text = kind === 'issue' ? doc.issue : kind === 'section' ? doc.sections[id] : doc.items[id]
    return (text as Texts[K] | undefined)?.[field]
  })
  const error = useEditorState(({ sync }) => sync[row.id]?.errors[field])
  const conflicted = useEditorState(({ sync }) => field in (sync[row.id]?.conflicts ?? {}))
  const theirs = useEditorState(({ sync }) => sync[row.id]?.conflicts[field])
  return { value, error, conflicted, theirs }
}
