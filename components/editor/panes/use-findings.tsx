'use client'

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { type Doc, draftOfDoc } from '@/components/editor/core/document'
import { WritingLog } from '@/components/editor/core/written-between'
import { useDesk, useEditorState } from '@/components/editor/desk/use-desk'
import { useSettledDoc } from '@/components/editor/desk/use-settled-doc'
import { findEmailSize } from '@/lib/email-size/rules'
import type { IssueDraft } from '@/lib/issues/schema'
import { type Finding, findAll } from '@/lib/preflight/rules'
import type { Checks } from '@/lib/preflight/schema'
import { useEmail } from './preview/use-email'
import { heaviestPart } from './preview/weights'
import { useChecks } from './use-checks'

type Checked = {
  /** What was checked: the issue as it stood a moment ago, and as a draft. */
  doc: Doc
  draft: IssueDraft
  findings: Finding[]
  levels: ReadonlyMap<string, Finding['level']>
  checks: Checks
  /** Asks anew what the server knows. */
  lookAgain: () => void
}

export const CheckedContext = createContext<Checked | null>(null)

/** Checks the issue as it stands on the screen, once it is left alone for a moment. */
export function FindingsProvider({ children }: { children: ReactNode }) {
  const doc = useSettledDoc()
  const loaded = useEditorState((state) => state.loaded)
  const { settings } = useDesk()
  const email = useEmail()
  const [written] = useState(() => new WritingLog())
  const draft = useMemo(() => {
    const writtenBetween = { ...loaded.writtenBetween, ...written.note(doc) }
    return { ...draftOfDoc(doc, loaded), writtenBetween }
  }, [doc, loaded, written])
  const { checks, again } = useChecks(draft)
  const found = useMemo(() => findAll(draft, settings, checks), [draft, settings, checks])
  const checked = useMemo(() => {
    const findings = [...found, ...(email ? findEmailSize(email.bytes, heaviestPart(email, draft)) : [])]
    const levels = new Map<string, Finding['level']>()
    for (const { where, level } of findings) {
      const id = where.kind === 'issue' ? draft.id : where.id
      if (levels.get(id) !== 'block') levels.set(id, level)
    }
    return { doc, draft, findings, levels, checks, lookAgain: again }
  }, [doc, draft, found, checks, again, email])
  return <CheckedContext value={checked}>{children}</CheckedContext>
}

export function useChecked(): Checked {
  const checked = useContext(CheckedContext)
  if (!checked) throw new Error('useChecked needs a FindingsProvider around it')
  return checked
}
