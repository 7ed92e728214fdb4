'use client'

import { type ReactNode, useMemo } from 'react'
import { InboxContext, type InboxDesk, ReadingContext, useDays, usePresent } from './use-inbox'

/** Gives the parts inside their inbox, and the time. */
export function InboxProvider({ value, children }: { value: InboxDesk; children: ReactNode }) {
  const days = useDays(value.zone)
  const present = usePresent(value.now)
  const reading = useMemo(() => ({ now: new Date(present), days }), [present, days])
  return (
    <InboxContext value={value}>
      <ReadingContext value={reading}>{children}</ReadingContext>
    </InboxContext>
  )
}
