'use client'

import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { singleKeysOn } from './single-keys'

const findingsIn = (around: Element | null) =>
  Array.from(around?.querySelectorAll<HTMLElement>('[data-finding]') ?? [])

/** Takes the focus to the finding at which one was last, or to the first. */
export function focusFinding(around: Element | null): void {
  const findings = findingsIn(around)
  const last = findings.find(({ dataset }) => dataset.finding === 'last')
  ;(last ?? findings[0])?.focus()
}

/** ↑ and ↓ go wherever a finding has the focus; letters only while the person has them on. */
function stepOf(key: string): -1 | 0 | 1 {
  const isLetter = singleKeysOn()
  if (key === 'ArrowDown' || (isLetter && key === 'j')) return 1
  return key === 'ArrowUp' || (isLetter && key === 'k') ? -1 : 0
}

/**
 * The keys of a list of findings: ↑ ↓ or `j` `k` go from one to the next, `m` mends one and goes on. What takes the
 * focused one away leaves the focus at the one that stands there then, or, where none does, at what is around the list.
 * @param mendAt mends the finding at a place of the list; false where it could not
 * @returns the place at which one was last, and what the list itself takes
 */
export function useFindingKeys(list: RefObject<HTMLElement | null>, mendAt: (at: number) => boolean) {
  const [at, setAt] = useState(0)
  const held = useRef<Element | null>(null)
  const focusAt = (place: number) => {
    const findings = findingsIn(list.current)
    findings[Math.max(0, Math.min(place, findings.length - 1))]?.focus()
  }
  /** Where in the list something of it stands. */
  const placeOf = (target: Element) =>
    Array.from(list.current?.children ?? []).findIndex((row) => row.contains(target))
  useLayoutEffect(() => {
    const { current } = held
    if (!current) return
    if (current.isConnected) return setAt(placeOf(current))
    held.current = null
    focusAt(at)
  })
  useLayoutEffect(() => {
    const own = list.current
    const around = own?.closest<HTMLElement>('[tabindex="-1"]')
    if (around && around === document.activeElement) focusFinding(own)
    return () => {
      if (own?.contains(document.activeElement)) around?.focus({ preventScroll: true })
    }
  }, [list])
  const onFocus = ({ target }: FocusEvent) => {
    held.current = target
    setAt(placeOf(target))
  }
  const onBlur = () => {
    held.current = null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const step = stepOf(event.key)
    if (step !== 0) focusAt(at + step)
    else if (event.key !== 'm' || !singleKeysOn()) return
    else if (mendAt(at)) focusAt(at + 1 < findingsIn(list.current).length ? at + 1 : at - 1)
    event.preventDefault()
  }
  return { at, keys: { onFocus, onBlur, onKeyDown } }
}
