'use client'

import { createContext, useContext, useDeferredValue, useEffect, useRef } from 'react'
import { useDeskState } from '@/components/editor/desk/use-desk'

/** Whether anybody sees the preview. */
export const SeenContext = createContext(true)

/**
 * Shows the item in focus once for each time the focus comes to it; one that was just added, as soon as it is drawn.
 * @param show brings an item into sight; false while it isn't there
 * @param drawn another object whenever something was drawn; null before
 */
export function useFollow(show: (itemId: string) => boolean, drawn: object | null): void {
  // After what the focus itself changes is drawn: finding a place in the frame lays its whole page out.
  const current = useDeferredValue(useDeskState((state) => state.current))
  const isSeen = useContext(SeenContext)
  const shown = useRef<string | null>(null)
  const look = useRef(show)
  look.current = show
  useEffect(() => {
    if (!isSeen || drawn === null || current === null || shown.current === current) return
    if (look.current(current)) shown.current = current
  }, [current, drawn, isSeen])
}

/** What is next to what is seen glides into sight; what is further away, or where no motion is wanted, is there at once. */
function motionTo(element: Element): ScrollBehavior {
  const { top, bottom } = element.getBoundingClientRect()
  const height = element.ownerDocument.documentElement.clientHeight
  const isFar = bottom < -height / 2 || top > height * 1.5
  return isFar || matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'
}

/** Brings an element into the middle of what is seen; false where there is none. */
export function showElement(element: Element | null | undefined, behavior?: ScrollBehavior): boolean {
  element?.scrollIntoView({ block: 'center', behavior: behavior ?? motionTo(element) })
  return Boolean(element)
}

/**
 * Keeps a frame's page where it is: a link in it opens beside the studio, or shows its place on the page. Answers how to
 * let go of it.
 */
export function holdLinks(page: Document): () => void {
  const onClick = (event: MouseEvent) => {
    const link = (event.target as Element | null)?.closest?.('a[href]')
    if (!link) return
    event.preventDefault()
    const href = link.getAttribute('href') ?? ''
    if (href.startsWith('#')) showElement(page.getElementById(href.slice(1)))
    else window.open((link as HTMLAnchorElement).href, '_blank', 'noopener')
  }
  page.addEventListener('click', onClick)
  return () => page.removeEventListener('click', onClick)
}
