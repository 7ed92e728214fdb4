'use client'

import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react'
import { LeaveGuard } from '@/components/studio/leave-guard'
import { usePresent } from '@/components/ui/use-present'
import type { Inbox } from './core/inbox'
import { InboxContext, type InboxDesk, ReadingContext, useDays, useInboxState } from './use-inbox'

const MINUTE_MS = 60_000

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
  useTitles(inbox)
  const days = useDays(value.zone)
  const present = usePresent(value.now, MINUTE_MS)
  const reading = useMemo(() => ({ now: new Date(present), days }), [present, days])
  return (
    <InboxContext value={value}>
      <ReadingContext value={reading}>{children}</ReadingContext>
      <Unsaved />
    </InboxContext>
  )
}

/** Asks before the page is left with words that were typed and nobody has saved. */
function Unsaved() {
  const count = useInboxState(({ texts }) => Object.values(texts).filter(({ isSaving }) => !isSaving).length)
  return <LeaveGuard count={count} />
}

/** When the list is read once more where pages were not looked at, in ms. */
const PAGES_READ_AFTER = [3000, 8000, 20_000, 45_000]

/** The captures without a title whose page nobody looked at yet. */
const unreadIn = ({ box }: Inbox) =>
  box.state.rows
    .filter(({ title, page }) => title === '' && page === null)
    .map(({ id }) => id)
    .join()

/** Titles come by themselves a moment after their address; a page that was looked at is not waited for. */
function useTitles(inbox: Inbox): void {
  const look = () => unreadIn(inbox)
  const unread = useSyncExternalStore(inbox.box.subscribe, look, look)
  useEffect(() => {
    if (unread === '') return
    const timers = PAGES_READ_AFTER.map((ms) =>
      setTimeout(() => document.visibilityState === 'visible' && void inbox.refresh(), ms),
    )
    return () => {
      for (const timer of timers) clearTimeout(timer)
    }
  }, [inbox, unread])
}
