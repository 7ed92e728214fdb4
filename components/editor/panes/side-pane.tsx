'use client'

import { memo, startTransition, useLayoutEffect, useRef, useState } from 'react'
import type { Pane } from '@/components/editor/desk/desk-state'
import { useDesk, useDeskState, useEditorState, useInboxBeside } from '@/components/editor/desk/use-desk'
import { useEntering, usePaneKeys } from '@/components/editor/keys/use-pane-keys'
import { useInboxKeys } from '@/components/inbox/use-inbox-keys'
import { FindingsPane } from './findings-pane'
import { InboxBeside, InboxPane } from './inbox-pane'
import { KeptPreview } from './kept-preview'
import { SponsorsPane } from './sponsors-pane'
import { useChecked } from './use-findings'

const panes: Pane[] = ['inbox', 'preview', 'findings', 'sponsors']

/** One pane beside the sheet, and the tabs that choose it. */
export function SidePane() {
  const { desk } = useDesk()
  const pane = useDeskState((state) => state.pane)
  const { findings } = useChecked()
  const slots = useEditorState(({ loaded }) => loaded.slots.length)
  const waiting = useInboxBeside(({ counts }) => counts.inbox)
  const tab = (name: Pane, label: string) => (
    <button
      type="button"
      role="tab"
      id={`ed-tab-${name}`}
      aria-selected={pane === name}
      aria-controls="ed-pane"
      tabIndex={pane === name ? 0 : -1}
      onClick={() => desk.set({ pane: name })}
    >
      {label}
    </button>
  )
  return (
    <aside className="ed-side" aria-label="Inbox, preview, findings and sponsors">
      <div
        className="ed-tabs"
        role="tablist"
        aria-label="Pane"
        onKeyDown={(event) => {
          if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
          const by = event.key === 'ArrowRight' ? 1 : panes.length - 1
          const next = panes[(panes.indexOf(pane) + by) % panes.length] ?? 'preview'
          desk.set({ pane: next })
          document.getElementById(`ed-tab-${next}`)?.focus()
        }}
      >
        {tab('inbox', waiting > 0 ? `Inbox ${waiting}` : 'Inbox')}
        {tab('preview', 'Preview')}
        {tab('findings', findings.length > 0 ? `Findings ${findings.length}` : 'Findings')}
        {tab('sponsors', slots > 0 ? `Sponsors ${slots}` : 'Sponsors')}
      </div>
      <InboxBeside>
        <Body />
      </InboxBeside>
    </aside>
  )
}

/**
 * Which pane is drawn. The tab is pressed at once, and the inbox takes its keys; what they lead to is drawn after that,
 * in turns between which a key gets through. One that goes to a place in the inbox waits for it.
 */
function useDrawn(pane: Pane): Pane {
  const [drawn, draw] = useState(pane)
  const isEntering = useDeskState(({ entering }) => entering === 'find' || entering === 'add')
  const isBusy = useInboxBeside(({ editing, asking }) => editing !== null || asking !== null)
  const isUrgent = isEntering || isBusy
  useLayoutEffect(() => {
    if (isUrgent) draw(pane)
    else startTransition(() => draw(pane))
  }, [pane, isUrgent])
  return drawn
}

const isInInbox = (target: Element) => target.closest('[data-inbox]') !== null

function Body() {
  const body = useRef<HTMLDivElement | null>(null)
  const pane = useDeskState((state) => state.pane)
  const drawn = useDrawn(pane)
  useInboxKeys(isInInbox)
  usePaneKeys(body)
  useEntering(body)
  return (
    <div
      ref={body}
      id="ed-pane"
      role="tabpanel"
      aria-labelledby={`ed-tab-${pane}`}
      aria-busy={drawn !== pane}
      data-inbox={pane === 'inbox' ? '' : undefined}
      tabIndex={-1}
      className="ed-pane"
    >
      <Drawn pane={drawn} />
    </div>
  )
}

const Drawn = memo(function Drawn({ pane }: { pane: Pane }) {
  return (
    <>
      <KeptPreview isShown={pane === 'preview'} />
      {pane === 'inbox' ? <InboxPane /> : null}
      {pane === 'findings' ? <FindingsPane /> : null}
      {pane === 'sponsors' ? <SponsorsPane /> : null}
    </>
  )
})
