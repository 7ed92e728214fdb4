'use client'

import { createContext, type ReactNode, useContext, useDeferredValue, useMemo } from 'react'
import { draftOfDoc } from '@/components/editor/core/document'
import { useDesk, useEditorState } from '@/components/editor/desk/use-desk'
import { findUndisclosed } from '@/lib/disclosures/rules'
import type { IssueDraft } from '@/lib/issues/schema'
import { type Finding, findFindings } from '@/lib/preflight/rules'

type Checked = { draft: IssueDraft; findings: Finding[]; levels: ReadonlyMap<string, Finding['level']> }

const Context = createContext<Checked | null>(null)

/** Checks the issue as it stands on the screen; a letter is drawn first, then what it changed here. */
export function FindingsProvider({ children }: { children: ReactNode }) {
  const doc = useDeferredValue(useEditorState((state) => state.doc))
  const loaded = useEditorState((state) => state.loaded)
  const { settings } = useDesk()
  const checked = useMemo(() => {
    const draft = draftOfDoc(doc, loaded)
    const findings = [...findFindings(draft), ...findUndisclosed(draft, settings)]
    const levels = new Map<string, Finding['level']>()
    for (const { where, level } of findings) {
      const id = where.kind === 'issue' ? loaded.id : where.id
      if (levels.get(id) !== 'block') levels.set(id, level)
    }
    return { draft, findings, levels }
  }, [doc, loaded, settings])
  return <Context value={checked}>{children}</Context>
}

export function useChecked(): Checked {
  const checked = useContext(Context)
  if (!checked) throw new Error('useChecked needs a FindingsProvider around it')
  return checked
}
