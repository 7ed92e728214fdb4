'use client'

import { startTransition, useEffect, useState } from 'react'
import type { Doc } from '@/components/editor/core/document'
import { onSettled } from '@/components/editor/core/settled'
import { clock } from './open-editor'
import { useDesk } from './use-desk'

/** The issue as it stood when it was last left alone for a moment; what is drawn of it lets keys through. */
export function useSettledDoc(): Doc {
  const { editor } = useDesk()
  const [doc, settle] = useState(editor.state.doc)
  useEffect(() => {
    const hear = (settled: Doc) => startTransition(() => settle(settled))
    hear(editor.state.doc)
    return onSettled(editor.box, clock, hear)
  }, [editor])
  return doc
}
