'use client'

import { useMemo } from 'react'
import { useDesk, useEditorState } from '@/components/editor/desk/use-desk'
import { useChecked } from '@/components/editor/panes/use-findings'
import type { IssueDocument } from '@/lib/document/schema'
import { documentOf } from './document-of'

/** The document of the issue as it stands on the screen, saved or not. */
export function useDraftDocument(): IssueDocument {
  const { publication } = useDesk()
  const { draft } = useChecked()
  const updatedAt = useEditorState(({ loaded }) => loaded.published?.updatedAt)
  return useMemo(() => documentOf(draft, publication, updatedAt), [draft, publication, updatedAt])
}
