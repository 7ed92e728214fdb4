'use client'

import { useEffect, useState } from 'react'

const TICK_MS = 20_000

/** The present in ms, kept up while the page is open; at first `start`, so that server and browser draw the same. */
export function usePresent(start: number): number {
  const [present, setPresent] = useState(start)
  useEffect(() => {
    const tick = () => setPresent(Date.now())
    tick()
    const timer = setInterval(tick, TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return present
}
