'use client'

import { Activity, memo, useDeferredValue } from 'react'
import type { Pane } from '@/components/editor/desk/desk-state'
import { useDesk, useDeskState, useEditorState, useInboxBeside } from '@/components/editor/desk/use-desk'
import { FindingsPane } from './findings-pane'
import { InboxPane } from './inbox-pane'
import { PreviewPane } from './preview-pane'
import { SponsorsPane } from './sponsors-pane'
import { useChecked } from './use-findings'

const panes: Pane[] = ['inbox', 'preview', 'findings', 'sponsors']

/** One pane beside the sheet, and the tabs that choose it. */
export function SidePane() {
  const { desk } = useDesk()
  const pane = useDeskState((state) => state.pane)
  // The tab is pressed at once; what it leads to is drawn after that, in turns between which a key gets through. The
  // inbox, in which one goes on by the next key, is there at once and draws its rows in that way by itself.
  const drawn = useDeferredValue(pane)
  const shown = pane === 'inbox' ? pane : drawn
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
      <div
        id="ed-pane"
        role="tabpanel"
        aria-labelledby={`ed-tab-${shown}`}
        aria-busy={shown !== pane}
        className="ed-pane"
      >
        <Shown pane={shown} />
      </div>
    </aside>
  )
}

/** The preview stays as it is while another pane is shown, for its frame holds a page. */
const Shown = memo(function Shown({ pane }: { pane: Pane }) {
  return (
    <>
      <Activity mode={pane === 'preview' ? 'visible' : 'hidden'}>
        <PreviewPane />
      </Activity>
      {pane === 'inbox' ? <InboxPane /> : null}
      {pane === 'findings' ? <FindingsPane /> : null}
      {pane === 'sponsors' ? <SponsorsPane /> : null}
    </>
  )
})
