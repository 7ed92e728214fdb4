'use client'

import { useEffect, useState } from 'react'

const TICK_MS = 20_000

/**
 * The present in ms, kept up while the page is open; at first `start`, so that server and browser draw the same.
 * @param tickMs how old it may get; give more where a lot is drawn by it
 */
export function usePresent(start: number, tickMs = TICK_MS): number {
  const [present, setPresent] = useState(start)
  useEffect(() => {
    const tick = () => setPresent(Date.now())
    if (Date.now() - start >= tickMs) tick()
    const timer = setInterval(tick, tickMs)
    return () => clearInterval(timer)
  }, [start, tickMs])
  return present
}
