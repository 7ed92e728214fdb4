'use client'

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { draftOfDoc } from '@/components/editor/core/document'
import { useDesk, useEditorState } from '@/components/editor/desk/use-desk'
import { useSettledDoc } from '@/components/editor/desk/use-settled-doc'
import type { RowMemory, WrittenEmail } from './compose-email'
import { documentOf } from './document-of'

export const EmailContext = createContext<WrittenEmail | null>(null)

/** Writes the mail beside the person who writes the issue, so that its size is known at any time. */
export function EmailProvider({ children }: { children: ReactNode }) {
  const { publication } = useDesk()
  const doc = useSettledDoc()
  const loaded = useEditorState((state) => state.loaded)
  const [email, setEmail] = useState<WrittenEmail | null>(null)
  const memory = useRef<RowMemory>(new Map())
  useEffect(() => {
    const end = new AbortController()
    const compose = async () => {
      const { composeEmail } = await import('./compose-email')
      if (end.signal.aborted) return
      const document = documentOf(draftOfDoc(doc, loaded), publication, loaded.published?.updatedAt)
      const written = await composeEmail(document, publication, {
        memory: memory.current,
        signal: end.signal,
      })
      if (written && !end.signal.aborted) setEmail(written)
    }
    void compose()
    return () => end.abort()
  }, [doc, loaded, publication])
  return <EmailContext value={email}>{children}</EmailContext>
}

/** The mail as it stood a moment ago; null until it was written first. */
export function useEmail(): WrittenEmail | null {
  return useContext(EmailContext)
}
