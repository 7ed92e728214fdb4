'use client'

import type { Pane } from '@/components/editor/desk/desk-state'
import { useDesk, useDeskState } from '@/components/editor/desk/use-desk'
import { FindingsPane } from './findings-pane'
import { PreviewPane } from './preview-pane'
import { useChecked } from './use-findings'

/** One pane beside the sheet, and the tabs that choose it. */
export function SidePane() {
  const { desk } = useDesk()
  const pane = useDeskState((state) => state.pane)
  const { findings } = useChecked()
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
    <aside className="ed-side" aria-label="Preview and findings">
      <div
        className="ed-tabs"
        role="tablist"
        aria-label="Pane"
        onKeyDown={(event) => {
          if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
          const next = pane === 'preview' ? 'findings' : 'preview'
          desk.set({ pane: next })
          document.getElementById(`ed-tab-${next}`)?.focus()
        }}
      >
        {tab('preview', 'Preview')}
        {tab('findings', findings.length > 0 ? `Findings ${findings.length}` : 'Findings')}
      </div>
      <div id="ed-pane" role="tabpanel" aria-labelledby={`ed-tab-${pane}`} className="ed-pane">
        {pane === 'preview' ? <PreviewPane /> : <FindingsPane />}
      </div>
    </aside>
  )
}
