'use client'

import { useEffect } from 'react'
import { isText, singleKeysOn } from '@/components/editor/keys/single-keys'
import { abilities, discard, place, placeHere, reopen, reopenable } from './core/actions'
import { stepFrom } from './core/rows'
import type { InboxState } from './core/state'
import { type InboxDesk, useInbox } from './use-inbox'

/**
 * Moves the focus to the row that is current, once it is drawn.
 * @param from where the focus must be until then: whoever pressed a key meanwhile that leads elsewhere stays there
 */
export function focusCurrent({ inbox }: Pick<InboxDesk, 'inbox'>, from?: Element | null): void {
  requestAnimationFrame(() => {
    if (from !== undefined && document.activeElement !== from) return
    const { current } = inbox.state
    if (current) document.querySelector<HTMLElement>(`[data-capture="${current}"] [data-row]`)?.focus()
  })
}

function step(desk: InboxDesk, by: -1 | 1): void {
  desk.inbox.step(by)
  focusCurrent(desk)
}

/** Selects the current row and the one it goes on to. */
function extend(desk: InboxDesk, by: -1 | 1): void {
  const { inbox } = desk
  const { current, selected, rows } = inbox.state
  if (current && !selected.includes(current)) inbox.select(current)
  const next = stepFrom(rows, current, by)
  if (next && next !== current) inbox.selectTo(next)
}

/** Keys of one letter; true where the key was one of them. */
function onSingleKey(desk: InboxDesk, key: string): boolean {
  const { inbox, targets, beside } = desk
  const { current, filter } = inbox.state
  const can = abilities[filter.view]
  const target = /^[1-9]$/.test(key) ? targets[Number(key) - 1] : undefined
  if (target && can.place) place(inbox, target)
  else if (key === 'h' && beside && targets.length > 0 && can.place) placeHere(inbox, beside.here())
  else if (key === 'e' && can.discard) discard(inbox)
  else if (key === 'b' && reopenable(inbox.state, inbox.targets()).length > 0) reopen(inbox)
  else if (key === 'l' && can.later) inbox.box.set({ asking: inbox.targets() })
  else if (key === 'j') step(desk, 1)
  else if (key === 'k') step(desk, -1)
  else if (key === 'x' && current) inbox.select(current)
  else if (key === 'J') extend(desk, 1)
  else if (key === 'K') extend(desk, -1)
  else if (key === 'n' && current && filter.view !== 'placed') inbox.box.set({ editing: current })
  else if (key === 'z') inbox.undo()
  else return false
  if (!['l', 'n', 'x'].includes(key)) focusCurrent(desk)
  return true
}

const isBusy = ({ asking, editing }: InboxState) => asking !== null || editing !== null

/**
 * The keys of the inbox. Those of one letter act outside text only, and can be switched off (WCAG 2.1.4); the arrows go
 * from row to row wherever a row has the focus, or the inbox itself while its rows are not drawn yet.
 * @param isHere whether a key that was pressed somewhere is the inbox's
 */
export function useInboxKeys(isHere: (target: Element) => boolean): void {
  const desk = useInbox()
  useEffect(() => {
    const end = new AbortController()
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key } = event
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isText(target)) return
      if (!(target instanceof Element) || !isHere(target) || isBusy(desk.inbox.state)) return
      const isArrow = (key === 'ArrowDown' || key === 'ArrowUp') && target.matches('[data-row], [data-inbox]')
      if (isArrow) step(desk, key === 'ArrowDown' ? 1 : -1)
      else if (!singleKeysOn() || !onSingleKey(desk, key)) return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown, { signal: end.signal })
    return () => end.abort()
  }, [desk, isHere])
}
