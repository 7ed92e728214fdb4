'use client'

import { type RefObject, useEffect } from 'react'

/** Rows are measured anew once the width has stayed for so long, in ms. */
const PAUSE = 200

/**
 * Lets the browser skip the rows that are out of sight, which is most of what a key costs in a long issue. Each takes up
 * the room that it had when it was drawn; so all are drawn once at first, and again at another width, and nothing that
 * goes by their places has to guess.
 */
export function useSkippedRows(sheet: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const paper = sheet.current?.querySelector<HTMLElement>('.ed-paper')
    if (!paper) return
    let width = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const measure = new ResizeObserver(([entry]) => {
      const now = entry?.contentRect.width ?? 0
      if (now === width) return
      width = now
      delete paper.dataset.measured
      clearTimeout(timer)
      timer = setTimeout(
        () => requestAnimationFrame(() => setTimeout(() => paper.setAttribute('data-measured', ''))),
        PAUSE,
      )
    })
    measure.observe(paper)
    return () => {
      measure.disconnect()
      clearTimeout(timer)
    }
  }, [sheet])
}
