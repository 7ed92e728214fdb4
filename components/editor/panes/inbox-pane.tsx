'use client'

import { useDroppable } from '@dnd-kit/core'
import { memo, type RefObject, useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { nameOfSection } from '@/components/editor/core/ordering'
import { endOfSection } from '@/components/editor/desk/actions'
import { placeInFocus, takesCaptures, targetAt } from '@/components/editor/desk/inbox-actions'
import { useDesk, useEditorState } from '@/components/editor/desk/use-desk'
import { CaptureGrip } from '@/components/editor/drag/capture-grip'
import { useDropEdge } from '@/components/editor/drag/drag-box'
import { useEntering, useHandingOn, usePaneKeys } from '@/components/editor/keys/use-pane-keys'
import { CaptureList } from '@/components/inbox/capture-list'
import { DoneBar } from '@/components/inbox/done-bar'
import { InboxFilterBar } from '@/components/inbox/inbox-filter'
import { InboxProvider } from '@/components/inbox/inbox-provider'
import { EmptyList, ListFailure } from '@/components/inbox/list-states'
import { QuickAdd } from '@/components/inbox/quick-add'
import { type InboxDesk, useInboxState } from '@/components/inbox/use-inbox'
import { useInboxKeys } from '@/components/inbox/use-inbox-keys'

/** So many rows are drawn together: more would hold up the key that is pressed meanwhile. */
const TOGETHER = 8

/** The inbox beside the issue: captures go into it by a key, a button or by dragging, and its items come back. */
export function InboxPane() {
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
  useEffect(() => void inbox.refresh(), [inbox])
  return (
    <InboxProvider value={value}>
      <Body isOpen={isOpen} />
    </InboxProvider>
  )
}

function Body({ isOpen }: { isOpen: boolean }) {
  const pane = useRef<HTMLElement | null>(null)
  const { setNodeRef } = useDroppable({ id: 'inbox:', disabled: !isOpen })
  const edge = useDropEdge('inbox:')
  const isHere = useCallback((target: Element) => target.closest('[data-inbox]') !== null, [])
  useInboxKeys(isHere)
  usePaneKeys(pane)
  useEntering(pane)
  return (
    <section
      ref={(element) => {
        pane.current = element
        setNodeRef(element)
      }}
      data-inbox=""
      data-dropping={edge ? '' : undefined}
      className="ed-inbox"
      aria-label="Captures"
      tabIndex={-1}
    >
      <Inside isOpen={isOpen} pane={pane} />
    </section>
  )
}

/**
 * Whether rows are drawn: after the key that led here, in turns between which the next one gets through; it acts on the
 * inbox whether they are there or not. What is asked or written stands in a row, and that key waits for it.
 */
function useRowsDrawn(): boolean {
  const isTheirTurn = useDeferredValue(true, false)
  const isBusy = useInboxState(({ editing, asking }) => editing !== null || asking !== null)
  return isTheirTurn || isBusy
}

type InsideProps = { isOpen: boolean; pane: RefObject<HTMLElement | null> }

const Inside = memo(function Inside({ isOpen, pane }: InsideProps) {
  const isDrawn = useRowsDrawn()
  useHandingOn(pane, isDrawn)
  return (
    <>
      <div className="ed-inbox-tools">
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
      <DoneBar />
      <div className="ed-inbox-list" data-scrolls="" aria-busy={!isDrawn}>
        {isDrawn ? <CaptureList empty={<EmptyList />} together={TOGETHER} /> : null}
      </div>
    </>
  )
})
