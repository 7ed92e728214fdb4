'use client'

import { useEffect, useState } from 'react'
import { Cursor } from '@/components/editor/core/cursor'
import { useDesk } from './use-desk'

/** The cursor in a field that is drawn here. */
export function useCursor(field: string): Cursor {
  const { editor } = useDesk()
  const [cursor] = useState(() => new Cursor(editor, field))
  useEffect(() => () => cursor.end(), [cursor])
  return cursor
}
