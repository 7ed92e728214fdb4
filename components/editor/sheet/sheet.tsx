'use client'

import { useMemo, useRef } from 'react'
import { useDesk, useEditorState } from '@/components/editor/desk/use-desk'
import { TextField } from '@/components/editor/fields/text-field'
import { tongueIn } from '@/lib/document/language'
import { AddSection } from './add-section'
import { Envelope } from './envelope'
import { SheetTongue } from './item-view'
import { ProseBlock } from './prose-block'
import { SectionBlock } from './section-block'
import { Strays } from './strays'
import { useSheetClicks } from './use-sheet-clicks'
import { useSkippedRows } from './use-skipped-rows'

/** The issue itself, in its readers' typography, written in place. */
export function Sheet() {
  const desk = useDesk()
  const sheet = useRef<HTMLElement>(null)
  const sectionIds = useEditorState(({ doc }) => doc.sectionIds)
  const lang = useEditorState(({ doc }) => doc.issue.lang)
  const dir = useEditorState(({ doc }) => doc.issue.dir)
  const tongue = useMemo(() => tongueIn(desk.publication, { lang, dir }), [desk.publication, lang, dir])
  useSheetClicks(sheet)
  useSkippedRows(sheet)
  const row = { kind: 'issue' as const, id: desk.editor.state.doc.issueId }
  return (
    <main ref={sheet} id="main" className="ed-sheet" data-region="sheet">
      <p id="ed-row-help" hidden>
        Enter writes in the item, Alt and the arrows move it, Delete removes it.
      </p>
      <Strays />
      <div className="ed-paper" dir={tongue.dir} data-home="">
        <Envelope />
        <h1 className="sr-only">The issue</h1>
        <TextField
          row={row}
          field="title"
          label="Title"
          placeholder="Title of the issue"
          className="ed-title"
        />
        <ProseBlock field="intro" />
        <SheetTongue value={tongue}>
          {sectionIds.map((id) => (
            <SectionBlock key={id} id={id} />
          ))}
        </SheetTongue>
        <AddSection />
        <ProseBlock field="outro" />
      </div>
    </main>
  )
}
