'use client'

import { type ReactNode, useEffect, useMemo } from 'react'
import { InboxContext, type InboxDesk, ReadingContext, useDays, usePresent } from './use-inbox'

/** Gives the parts inside their inbox, and the time; the browser asks before a page goes whose commands are not sent. */
export function InboxProvider({ value, children }: { value: InboxDesk; children: ReactNode }) {
  const { inbox } = value
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (inbox.isSending) event.preventDefault()
    }
    window.addEventListener('beforeunload', onUnload)
    return () => window.removeEventListener('beforeunload', onUnload)
  }, [inbox])
  const days = useDays(value.zone)
  const present = usePresent(value.now)
  const reading = useMemo(() => ({ now: new Date(present), days }), [present, days])
  return (
    <InboxContext value={value}>
      <ReadingContext value={reading}>{children}</ReadingContext>
    </InboxContext>
  )
}
