'use client'

import { type RefObject, useEffect, useLayoutEffect } from 'react'
import { focusRow } from '@/components/editor/desk/desk-state'
import { type Desk, useDesk, useDeskState, useInboxBeside } from '@/components/editor/desk/use-desk'
import { focusCurrent } from '@/components/inbox/use-inbox-keys'
import { isText, singleKeysOn } from './single-keys'

/** Takes the focus into the list of captures: to its current row, or, as long as there is none, to the pane itself. */
function enterList(pane: HTMLElement | null, { inbox }: Pick<Desk, 'inbox'>): void {
  pane?.focus({ preventScroll: true })
  focusCurrent({ inbox }, pane)
}

/** Of the inbox beside an issue: `/` finds in it, `a` adds, Esc goes from text to the list, and from there to the issue. */
export function usePaneKeys(pane: RefObject<HTMLElement | null>): void {
  const { desk, inbox } = useDesk()
  useEffect(() => {
    const end = new AbortController()
    const leave = (target: EventTarget | null) => {
      if (isText(target)) enterList(pane.current, { inbox })
      else {
        desk.set({ view: 'sheet' })
        if (desk.state.current) focusRow(desk.state.current)
      }
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target } = event
      const { editing, asking } = inbox.state
      if (desk.state.pane !== 'inbox' || editing !== null || asking !== null) return
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (key === 'Escape') leave(target)
      else if (isText(target) || !singleKeysOn()) return
      else if (key === '/') desk.set({ entering: 'find' })
      else if (key === 'a') desk.set({ entering: 'add' })
      else return
      event.preventDefault()
    }
    pane.current?.addEventListener('keydown', onKeyDown, { signal: end.signal })
    return () => end.abort()
  }, [pane, desk, inbox])
}

/** Takes the focus as soon as a key asked for the inbox, drawn or not: the next key is the inbox’s. */
export function useEntering(pane: RefObject<HTMLElement | null>): void {
  const { desk, inbox } = useDesk()
  const isAsked = useDeskState(({ entering }) => entering === 'list')
  useLayoutEffect(() => {
    if (!isAsked) return
    desk.set({ entering: null })
    enterList(pane.current, { inbox })
  }, [isAsked, pane, desk, inbox])
}

/** Takes the focus to the field that a key asked for. */
export function useEnteringField(tools: RefObject<HTMLElement | null>): void {
  const { desk } = useDesk()
  const field = useDeskState(({ entering }) => (entering === 'list' ? null : entering))
  useLayoutEffect(() => {
    if (field === null) return
    desk.set({ entering: null })
    tools.current?.querySelector<HTMLElement>(`[data-${field}]`)?.focus()
  }, [field, tools, desk])
}

/** Hands the focus on to the current row once there is one, unless somebody went elsewhere meanwhile. */
export function useHandingOn(isDrawn: boolean): void {
  const { inbox } = useDesk()
  const hasCurrent = useInboxBeside(({ current }) => current !== null)
  useLayoutEffect(() => {
    const { activeElement } = document
    if (isDrawn && hasCurrent && activeElement?.matches('[data-inbox]'))
      focusCurrent({ inbox }, activeElement)
  }, [isDrawn, hasCurrent, inbox])
}
