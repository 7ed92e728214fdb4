'use client'

import { type ComponentType, createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { ageInWords } from '@/lib/captures/rules'
import type { CaptureRow } from '@/lib/captures/schema'
import type { Reading } from '@/lib/memory/rules'
import { dayIn } from '@/lib/times/rules'
import type { Target } from './core/actions'
import type { Inbox } from './core/inbox'
import type { InboxState } from './core/state'

/** All that the parts of the inbox share. */
export type InboxDesk = {
  inbox: Inbox
  /** Sections that captures can go into, in the order of the keys 1 to 9. */
  targets: readonly Target[]
  /** IANA zone of the publication. */
  zone: string
  /** When the page was made, in ms. */
  now: number
  /** The date of the issue that captures go into, `YYYY-MM-DD`. */
  issueDate: string | null
  /** Beside an open issue: its place in focus, and what a row is dragged there by. */
  beside?: { here: () => Target | null; Handle: ComponentType<{ row: CaptureRow }> }
}

export const InboxContext = createContext<InboxDesk | null>(null)

export function useInbox(): InboxDesk {
  const desk = useContext(InboxContext)
  if (!desk) throw new Error('useInbox needs an inbox around it')
  return desk
}

/** `select` must answer the same value while nothing that it looks at has changed. */
export function useInboxState<R>(select: (state: InboxState) => R): R {
  const { box } = useInbox().inbox
  const snapshot = () => select(box.state)
  return useSyncExternalStore(box.subscribe, snapshot, snapshot)
}

/** The calendar date of an instant in a zone, `YYYY-MM-DD`. */
export function useDays(zone: string): (instant: Date) => string {
  return useCallback((instant) => dayIn(zone, instant), [zone])
}

export const ReadingContext = createContext<Reading | null>(null)

/** When, and in which zone, what is told of earlier days is read: one clock for all rows. */
export function useReading(): Reading {
  const reading = useContext(ReadingContext)
  if (!reading) throw new Error('useReading needs an inbox around it')
  return reading
}

/** How long ago an instant was, in words. */
export function useAge(): (at: string) => string {
  const { now, days } = useReading()
  return (at) => ageInWords(new Date(at), now, days)
}
