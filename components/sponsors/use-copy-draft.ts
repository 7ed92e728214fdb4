'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { sendCommand } from '@/components/studio/send-command'
import { CopyDraft, type CopyText, type SendCopy } from './copy-draft'
import { browserStore, CopyJournal } from './copy-journal'

/**
 * The draft of a slot's copy, for as long as its page is open.
 * @param base of the handlers, e.g. `/api/portal/slots/ID`
 * @param version of the copy that the page was drawn with
 */
export function useCopyDraft(base: string, stored: CopyText, version: number) {
  const [journal] = useState(
    () => new CopyJournal(typeof window === 'undefined' ? null : browserStore(), base),
  )
  const [draft] = useState(() => {
    const send: SendCopy = (method, input) => sendCommand(method, `${base}/copy`, input)
    return new CopyDraft(send, stored, version, journal)
  })
  const view = useSyncExternalStore(draft.subscribe, draft.view, draft.view)
  useEffect(() => draft.recover(journal.read()), [draft, journal])
  useEffect(() => void draft.catchUp(version), [draft, version])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!draft.isSaved()) event.preventDefault()
    }
    // A phone may end a page in the background without another word.
    const hide = () => {
      if (document.visibilityState === 'hidden') void draft.save()
    }
    window.addEventListener('beforeunload', warn)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('beforeunload', warn)
      document.removeEventListener('visibilitychange', hide)
      draft.stop()
    }
  }, [draft])
  const { write, choose, submit } = draft
  return { ...view, write, choose, submit }
}
