'use client'

import { useEffect } from 'react'
import type { EditorState } from '@/components/editor/core/state'
import type { Desk } from './use-desk'

/** How many changes on their way take something out of the inbox or into it. */
const onTheirWay = ({ queue }: EditorState) =>
  queue.filter(({ op }) => ('capture' in op && op.capture) || ('toInbox' in op && op.toInbox)).length

/** Keeps the inbox beside an open issue as it is: read at first, when somebody comes back to look, and after what was moved here. */
export function useInboxNews({ editor, inbox }: Desk): void {
  useEffect(() => {
    const end = new AbortController()
    void inbox.show({})
    const look = () => document.visibilityState === 'visible' && void inbox.refresh()
    document.addEventListener('visibilitychange', look, { signal: end.signal })
    window.addEventListener('focus', look, { signal: end.signal })
    let before = 0
    const stop = editor.box.subscribe(() => {
      const now = onTheirWay(editor.state)
      if (now < before) void inbox.refresh()
      before = now
    })
    return () => {
      stop()
      end.abort()
    }
  }, [editor, inbox])
}
