'use client'

import { type RefObject, useEffect, useLayoutEffect } from 'react'
import { focusSheet } from '@/components/editor/desk/desk-state'
import { type Desk, useDesk, useDeskState, useInboxBeside } from '@/components/editor/desk/use-desk'
import { focusCurrent } from '@/components/inbox/use-inbox-keys'
import { isText, singleKeysOn } from './single-keys'
import { focusFinding } from './use-finding-keys'

/** Takes the focus into the list of a pane: to where one is in it, or, as long as that isn't drawn, to the pane itself. */
function enterList(pane: HTMLElement | null, { desk, inbox }: Pick<Desk, 'desk' | 'inbox'>): void {
  pane?.focus({ preventScroll: true })
  if (desk.state.pane === 'inbox') focusCurrent({ inbox }, pane)
  else focusFinding(pane)
}

/**
 * Esc leads from the pane back to the issue. In the inbox beside it `/` finds, `a` adds, and Esc goes from text to the
 * list first.
 */
export function usePaneKeys(pane: RefObject<HTMLElement | null>): void {
  const whole = useDesk()
  useEffect(() => {
    const { desk, inbox } = whole
    const end = new AbortController()
    const leave = () => {
      desk.set({ view: 'sheet' })
      focusSheet(desk.state.current)
    }
    const onInboxKey = ({ key, target }: KeyboardEvent) => {
      const { editing, asking } = inbox.state
      if (editing !== null || asking !== null) return false
      const inText = isText(target)
      if (key === 'Escape') inText ? enterList(pane.current, whole) : leave()
      else if (inText || !singleKeysOn()) return false
      else if (key === '/') desk.set({ entering: 'find' })
      else if (key === 'a') desk.set({ entering: 'add' })
      else return false
      return true
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (desk.state.pane === 'inbox') {
        if (!onInboxKey(event)) return
      } else if (event.key === 'Escape') leave()
      else return
      event.preventDefault()
    }
    pane.current?.addEventListener('keydown', onKeyDown, { signal: end.signal })
    return () => end.abort()
  }, [pane, whole])
}

/** Takes the focus as soon as a key asked for a list, drawn or not: the next key is the list’s. */
export function useEntering(pane: RefObject<HTMLElement | null>): void {
  const whole = useDesk()
  const isAsked = useDeskState(({ entering }) => entering === 'list')
  useLayoutEffect(() => {
    if (!isAsked) return
    whole.desk.set({ entering: null })
    enterList(pane.current, whole)
  }, [isAsked, pane, whole])
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
