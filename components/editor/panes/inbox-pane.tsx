'use client'

import { useDroppable } from '@dnd-kit/core'
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { nameOfSection } from '@/components/editor/core/ordering'
import { endOfSection } from '@/components/editor/desk/actions'
import { placeInFocus, takesCaptures, targetAt } from '@/components/editor/desk/inbox-actions'
import { useDesk, useEditorState } from '@/components/editor/desk/use-desk'
import { CaptureGrip } from '@/components/editor/drag/capture-grip'
import { useDropEdge } from '@/components/editor/drag/drag-box'
import { useEnteringField, useHandingOn } from '@/components/editor/keys/use-pane-keys'
import { CaptureList } from '@/components/inbox/capture-list'
import { DoneBar } from '@/components/inbox/done-bar'
import { InboxFilterBar } from '@/components/inbox/inbox-filter'
import { InboxProvider } from '@/components/inbox/inbox-provider'
import { EmptyList, ListFailure } from '@/components/inbox/list-states'
import { QuickAdd } from '@/components/inbox/quick-add'
import { type InboxDesk, useInbox, useInboxState } from '@/components/inbox/use-inbox'

/** So many rows are drawn together: more would hold up the key that is pressed meanwhile. */
const TOGETHER = 8

/** Gives what is beside the issue the inbox, whose keys act before it is drawn. */
export function InboxBeside({ children }: { children: ReactNode }) {
  const desk = useDesk()
  const { inbox, publication } = desk
  const sectionIds = useEditorState(({ doc }) => doc.sectionIds)
  const sections = useEditorState(({ doc }) => doc.sections)
  const issueDate = useEditorState(({ doc }) => doc.issue.date)
  const isOpen = useEditorState(({ loaded }) => takesCaptures(loaded))
  const value = useMemo<InboxDesk>(() => {
    const target = (id: string) =>
      targetAt(desk, () => endOfSection(desk, id), id, nameOfSection(desk.editor.state.doc, id))
    return {
      inbox,
      targets: isOpen ? sectionIds.filter((id) => sections[id]).map(target) : [],
      zone: publication.zone,
      now: Date.now(),
      issueDate,
      beside: { here: () => placeInFocus(desk), Handle: CaptureGrip },
    }
  }, [desk, inbox, publication.zone, sectionIds, sections, issueDate, isOpen])
  return <InboxProvider value={value}>{children}</InboxProvider>
}

/** The inbox beside the issue: captures go into it by a key, a button or by dragging, and its items come back. */
export function InboxPane() {
  const { inbox } = useInbox()
  const isOpen = useEditorState(({ loaded }) => takesCaptures(loaded))
  const { setNodeRef } = useDroppable({ id: 'inbox:', disabled: !isOpen })
  const edge = useDropEdge('inbox:')
  useEffect(() => void inbox.refresh(), [inbox])
  return (
    <section
      ref={setNodeRef}
      data-dropping={edge ? '' : undefined}
      className="ed-inbox"
      aria-label="Captures"
    >
      <Tools isOpen={isOpen} />
      <DoneBar />
      <Rows />
    </section>
  )
}

function Tools({ isOpen }: { isOpen: boolean }) {
  const tools = useRef<HTMLDivElement | null>(null)
  useEnteringField(tools)
  return (
    <div ref={tools} className="ed-inbox-tools">
      <QuickAdd />
      <InboxFilterBar />
      {isOpen ? null : (
        <p className="text-muted">
          Readers have this issue already. <a href="/admin/inbox">The inbox page</a> places into the next
          draft.
        </p>
      )}
      <ListFailure />
    </div>
  )
}

/** Drawn after what is over them; but what is asked or written stands in a row, and the key that led there waits for it. */
function Rows() {
  const isTheirTurn = useDeferredValue(true, false)
  const isBusy = useInboxState(({ editing, asking }) => editing !== null || asking !== null)
  const isDrawn = isTheirTurn || isBusy
  useHandingOn(isDrawn)
  return (
    <div className="ed-inbox-list" data-scrolls="" aria-busy={!isDrawn}>
      {isDrawn ? <CaptureList empty={<EmptyList />} together={TOGETHER} /> : null}
    </div>
  )
}
