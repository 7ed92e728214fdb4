'use client'

import { useEffect } from 'react'

const KEY = 'gleaner-selection'
const KEPT_MS = 24 * 60 * 60 * 1000

type Kept = { at: number; url: string; hash: string }

const urlIn = (path: string) => new URL(path, window.location.origin).searchParams.get('url') ?? ''

/**
 * On the page for signing in: keeps what stands behind `#`, which no server sees, for the capture window that one comes
 * back to, in whichever tab that is.
 * @param next where signing in leads
 */
export function KeepFragment({ next }: { next: string }) {
  useEffect(() => {
    const { hash } = window.location
    if (!/^#quote=/.test(hash)) return
    const kept: Kept = { at: Date.now(), url: urlIn(next), hash }
    try {
      window.localStorage.setItem(KEY, JSON.stringify(kept))
    } catch {
      // A browser that keeps nothing: the beginning of the selection is in `next`.
    }
  }, [next])
  return null
}

/** What was kept for the window of this address; empty where nothing was. */
export function keptFragment(url: string): string {
  try {
    const kept = JSON.parse(window.localStorage.getItem(KEY) ?? 'null') as Kept | null
    return kept && kept.url === url && Date.now() - kept.at < KEPT_MS ? kept.hash : ''
  } catch {
    return ''
  }
}

export function forgetFragment(): void {
  try {
    window.localStorage.removeItem(KEY)
  } catch {
    // Nothing was kept.
  }
}
